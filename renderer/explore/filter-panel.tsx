import type { ReactNode } from 'react';
import { pricingModels } from '../../shared/domain/catalogue.ts';
import { stackFitSteps, type Facets, type ProductFilter } from '../../shared/domain/query.ts';
import { pricingWords } from '../product/words.ts';
import { useSources } from '../state/sources.ts';
import { CategoryTree } from './category-tree.tsx';
import { Disclosure } from './disclosure.tsx';
import { useExploreList, useExploreView } from './explore-state.ts';
import { FacetOption } from './facet-option.tsx';
import {
  hideWords,
  toggleFit,
  toggleHidden,
  toggleHide,
  togglePricing,
  toggleSource,
  toggleTag,
  toggleYesNo,
  yesNoWords,
  type YesNoField,
} from './filter-state.ts';
import { SavedSearches } from './saved-searches.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './filter-panel.module.css';

interface FacetProps {
  readonly filter: ProductFilter;
  readonly facets: Facets | null;
}

const setFilter = (filter: ProductFilter): void => useExploreList.getState().change({ filter });

function YesNo({ field, filter, facets }: FacetProps & { field: YesNoField }): ReactNode {
  return (['yes', 'no'] as const).map((answer) => (
    <FacetOption
      key={answer}
      label={yesNoWords[field][answer]}
      count={facets?.[field][answer]}
      isChosen={filter[field] === (answer === 'yes')}
      onToggle={() => setFilter(toggleYesNo(filter, field, answer === 'yes'))}
    />
  ));
}

function SourceFacet({ filter, facets }: FacetProps): ReactNode {
  const sources = useSources();
  const text = useExploreView((state) => state.sourceText);
  const setText = useExploreView((state) => state.setSourceText);
  const wanted = text.trim().toLowerCase();
  const shown = sources?.filter(
    ({ id, title, products }) =>
      filter.sources.includes(id) || (products > 0 && title.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <div className={styles.sourceSearch}>
        <SearchBox
          label="Find a source"
          placeholder="Find a source"
          value={text}
          onChange={setText}
        />
      </div>
      <div className={styles.sources}>
        {shown?.map(({ id, title }) => (
          <FacetOption
            key={id}
            label={title}
            count={facets?.sources[id]}
            isChosen={filter.sources.includes(id)}
            onToggle={() => setFilter(toggleSource(filter, id))}
          />
        ))}
        {shown?.length === 0 ? <p className={styles.none}>No source has this name.</p> : null}
      </div>
    </>
  );
}

/** The person's own tags, where there are any. */
function TagFacet({ filter, facets }: FacetProps): ReactNode {
  const chosen = filter.tags ?? [];
  const tags = [...new Set([...Object.keys(facets?.tags ?? {}), ...chosen])].sort((a, b) =>
    a.localeCompare(b),
  );
  if (tags.length === 0) return null;
  return (
    <Disclosure id="tags" title="My tags" chosen={chosen.length}>
      {tags.map((tag) => (
        <FacetOption
          key={tag}
          label={tag}
          count={facets?.tags?.[tag] ?? 0}
          isChosen={chosen.includes(tag)}
          onToggle={() => setFilter(toggleTag(filter, tag))}
        />
      ))}
    </Disclosure>
  );
}

const chosenOf = (filter: ProductFilter, ...fields: readonly (keyof ProductFilter)[]): number =>
  fields.filter((field) => filter[field] !== undefined).length;

/** What the list can be narrowed by, with counts that are true for what is asked now. */
export function FilterPanel(): ReactNode {
  const filter = useExploreList((state) => state.query.filter);
  const facets = useExploreList((state) => state.facets);
  const both = { filter, facets };
  return (
    <aside className={styles.panel} aria-label="Filters">
      <SavedSearches />
      <Disclosure id="categories" title="Category" chosen={filter.categories.length}>
        <CategoryTree />
      </Disclosure>
      <Disclosure id="pricing" title="Pricing" chosen={filter.pricing.length}>
        {pricingModels.map((model) => (
          <FacetOption
            key={model}
            label={pricingWords[model]}
            count={facets?.pricing[model]}
            isChosen={filter.pricing.includes(model)}
            onToggle={() => setFilter(togglePricing(filter, model))}
          />
        ))}
      </Disclosure>
      <Disclosure
        id="licence"
        title="Licence and delivery"
        chosen={chosenOf(filter, 'oss', 'saas')}
      >
        <YesNo field="oss" {...both} />
        <YesNo field="saas" {...both} />
      </Disclosure>
      <Disclosure
        id="integrations"
        title="Integrations"
        chosen={chosenOf(filter, 'hasIntegrations', 'stackFit')}
      >
        <YesNo field="hasIntegrations" {...both} />
        {facets?.stackFit || filter.stackFit !== undefined
          ? stackFitSteps.map((least) => (
              <FacetOption
                key={least}
                label={`With ${least} or more of my stack`}
                count={facets?.stackFit?.[least]}
                isChosen={filter.stackFit === least}
                onToggle={() => setFilter(toggleFit(filter, least))}
              />
            ))
          : null}
      </Disclosure>
      <Disclosure id="tcf" title="Consent framework (TCF)" chosen={chosenOf(filter, 'tcfVendor')}>
        <YesNo field="tcfVendor" {...both} />
      </Disclosure>
      <TagFacet {...both} />
      <Disclosure
        id="show"
        title="Hide"
        chosen={chosenOf(filter, 'hideExtensions', 'hideDiscontinued')}
      >
        <FacetOption
          label={hideWords.hideExtensions}
          count={facets?.extensions}
          isChosen={filter.hideExtensions === true}
          onToggle={() => setFilter(toggleHide(filter, 'hideExtensions'))}
        />
        <FacetOption
          label={hideWords.hideDiscontinued}
          count={facets?.discontinued}
          isChosen={filter.hideDiscontinued === true}
          onToggle={() => setFilter(toggleHide(filter, 'hideDiscontinued'))}
        />
        {facets?.hidden || filter.showHidden ? (
          <FacetOption
            label="Show what I have hidden"
            count={facets?.hidden}
            isChosen={filter.showHidden === true}
            onToggle={() => setFilter(toggleHidden(filter))}
          />
        ) : null}
      </Disclosure>
      <Disclosure id="sources" title="Named by source" chosen={filter.sources.length}>
        <SourceFacet {...both} />
      </Disclosure>
    </aside>
  );
}
