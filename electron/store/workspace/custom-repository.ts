import type { Database } from 'better-sqlite3';
import type {
  OwnIntegration,
  OwnIntegrationFields,
  OwnProduct,
  OwnRecords,
} from '../../../shared/custom/records.ts';

type ProductRow = { id: string; content: string; import_id: string | null };
type IntegrationRow = {
  id: string;
  from_id: string;
  to_id: string;
  content: string;
  import_id: string | null;
};

// Not checked again: only `put` writes rows, and a hundred thousand checks would take a second.
const toProduct = ({ id, content, import_id: importId }: ProductRow): OwnProduct => ({
  ...(JSON.parse(content) as Omit<OwnProduct, 'id' | 'importId'>),
  id,
  importId,
});
const toIntegration = (row: IntegrationRow): OwnIntegration => ({
  ...(JSON.parse(row.content) as OwnIntegrationFields),
  id: row.id,
  from: row.from_id,
  to: row.to_id,
  importId: row.import_id,
});

/**
 * Products and integrations that a person added. Every write belongs in a transaction of the caller
 * (`workspace.write`) and ends with `touch`, which is how the catalogue that is shown, here and in
 * other processes, comes to know that it must be put together again.
 */
export function createCustomRepository(db: Database) {
  const products = db.prepare<[], ProductRow>(
    'SELECT id, content, import_id FROM own_product ORDER BY id',
  );
  const product = db.prepare<[string], ProductRow>(
    'SELECT id, content, import_id FROM own_product WHERE id = ?',
  );
  const integrations = db.prepare<[], IntegrationRow>('SELECT * FROM own_integration ORDER BY id');
  const integration = db.prepare<[string], IntegrationRow>(
    'SELECT * FROM own_integration WHERE id = ?',
  );
  const touching = db.prepare<[string, string], IntegrationRow>(
    'SELECT * FROM own_integration WHERE from_id = ? OR to_id = ? ORDER BY id',
  );
  const ofImportProducts = db.prepare<[string], ProductRow>(
    'SELECT id, content, import_id FROM own_product WHERE import_id = ? ORDER BY id',
  );
  const ofImportIntegrations = db.prepare<[string], IntegrationRow>(
    'SELECT * FROM own_integration WHERE import_id = ? ORDER BY id',
  );
  const setProduct = db.prepare<[ProductRow]>(
    `INSERT INTO own_product (id, content, import_id) VALUES (@id, @content, @import_id)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content, import_id = excluded.import_id`,
  );
  const setIntegration = db.prepare<[IntegrationRow]>(
    `INSERT INTO own_integration (id, from_id, to_id, content, import_id)
     VALUES (@id, @from_id, @to_id, @content, @import_id)
     ON CONFLICT (id) DO UPDATE SET from_id = excluded.from_id, to_id = excluded.to_id,
       content = excluded.content, import_id = excluded.import_id`,
  );
  const removeProduct = db.prepare<[string]>('DELETE FROM own_product WHERE id = ?');
  const removeIntegration = db.prepare<[string]>('DELETE FROM own_integration WHERE id = ?');
  const revision = db.prepare<[], number>('SELECT revision FROM own_revision').pluck();
  const advance = db.prepare('UPDATE own_revision SET revision = revision + 1');
  const isEmpty = db
    .prepare<[], number>(
      'SELECT NOT EXISTS (SELECT 1 FROM own_product) AND NOT EXISTS (SELECT 1 FROM own_integration)',
    )
    .pluck();

  return {
    /** Grows with every change, whichever process makes it. */
    revision: (): number => revision.get() ?? 0,
    touch: (): void => void advance.run(),
    isEmpty: (): boolean => isEmpty.get() === 1,

    all: (): OwnRecords => ({
      products: products.all().map(toProduct),
      integrations: integrations.all().map(toIntegration),
    }),
    product(id: string): OwnProduct | undefined {
      const row = product.get(id);
      return row && toProduct(row);
    },
    integration(id: string): OwnIntegration | undefined {
      const row = integration.get(id);
      return row && toIntegration(row);
    },
    /** Own integrations that have the product at either end. */
    integrationsOf: (productId: string): OwnIntegration[] =>
      touching.all(productId, productId).map(toIntegration),
    /** What came with one import. */
    ofImport: (importId: string): OwnRecords => ({
      products: ofImportProducts.all(importId).map(toProduct),
      integrations: ofImportIntegrations.all(importId).map(toIntegration),
    }),

    /** Adds records, or replaces those of the same ids. */
    put(records: Partial<OwnRecords>): void {
      for (const { id, importId, ...content } of records.products ?? []) {
        setProduct.run({ id, content: JSON.stringify(content), import_id: importId });
      }
      for (const { id, from, to, importId, ...content } of records.integrations ?? []) {
        setIntegration.run({
          id,
          from_id: from,
          to_id: to,
          content: JSON.stringify(content),
          import_id: importId,
        });
      }
    },
    remove(ids: {
      readonly products?: readonly string[];
      readonly integrations?: readonly string[];
    }): void {
      for (const id of ids.integrations ?? []) removeIntegration.run(id);
      for (const id of ids.products ?? []) removeProduct.run(id);
    },
  };
}
export type CustomRepository = ReturnType<typeof createCustomRepository>;
