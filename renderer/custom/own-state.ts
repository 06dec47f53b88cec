import { create } from 'zustand';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import type { OwnIntegration, OwnProduct, OwnRecords } from '../../shared/custom/records.ts';
import type { AppError } from '../../shared/result.ts';
import { api } from '../api.ts';
import { showError, useToasts } from '../state/toasts.ts';

/** A person's own integrations, with the names of both ends. */
export type OwnLink = Output<'custom:list'>['integrations'][number];

/** What one of the dialogs is open for. */
export type OwnDialog =
  | { readonly type: 'product'; readonly product: OwnProduct | null; readonly name: string }
  | {
      readonly type: 'integration';
      readonly productId: string;
      readonly productName: string;
      readonly integration: OwnIntegration | null;
    };

interface OwnState {
  readonly dialog: OwnDialog | null;
  /** Gets the product that was saved in the dialog that is open. */
  readonly onSaved: ((product: OwnProduct) => void) | null;
  close(): void;
}

/** The dialogs that change a person's own products and integrations. */
export const useOwn = create<OwnState>()((set) => ({
  dialog: null,
  onSaved: null,
  close: () => set({ dialog: null, onSaved: null }),
}));

/** Opens the form of a new product, with a name that somebody has typed already. */
export function addOwnProduct(name = '', onSaved?: (product: OwnProduct) => void): void {
  useOwn.setState({ dialog: { type: 'product', product: null, name }, onSaved: onSaved ?? null });
}

export async function editOwnProduct(id: string): Promise<void> {
  const result = await api.call('custom:list', { of: id });
  if (!result.ok) return showError(result.error);
  const [product] = result.value.products;
  if (product) {
    useOwn.setState({ dialog: { type: 'product', product, name: product.name }, onSaved: null });
  }
}

export function addOwnIntegration(productId: string, productName: string): void {
  const dialog = { type: 'integration', productId, productName, integration: null } as const;
  useOwn.setState({ dialog, onSaved: null });
}

export function editOwnIntegration(
  integration: OwnIntegration,
  productId: string,
  productName: string,
): void {
  const dialog = { type: 'integration', productId, productName, integration } as const;
  useOwn.setState({ dialog, onSaved: null });
}

/** Products that a new one may be, as a refusal names them. */
export interface SimilarProduct {
  readonly id: string;
  readonly name: string;
}

export function similarOf({ code, details }: AppError): readonly SimilarProduct[] {
  const similar = code === 'conflict' ? details?.['similar'] : undefined;
  return Array.isArray(similar) ? (similar as readonly SimilarProduct[]) : [];
}

export function saveOwnProduct(input: CallInput<'custom:save-product'>) {
  return api.call('custom:save-product', input);
}

async function putBack(records: OwnRecords): Promise<void> {
  const result = await api.call('custom:restore', records);
  if (!result.ok) showError(result.error);
}

export async function deleteOwnProduct(id: string, name: string): Promise<boolean> {
  const result = await api.call('custom:delete-product', { id });
  if (!result.ok) {
    showError(result.error);
    return false;
  }
  const with_ = result.value.integrations.length;
  useToasts.getState().show({
    tone: 'success',
    text: `Deleted “${name.slice(0, 100)}”${with_ > 0 ? ' and its integrations' : ''}.`,
    action: { label: 'Undo', run: () => void putBack(result.value) },
  });
  return true;
}

export async function deleteOwnIntegration(id: string): Promise<void> {
  const result = await api.call('custom:delete-integration', { id });
  if (!result.ok) return showError(result.error);
  useToasts.getState().show({
    tone: 'success',
    text: 'Deleted the integration.',
    action: { label: 'Undo', run: () => void putBack(result.value) },
  });
}
