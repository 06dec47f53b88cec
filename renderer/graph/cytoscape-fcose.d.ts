declare module 'cytoscape-fcose' {
  import type { Ext } from 'cytoscape';
  const fcose: Ext;
  // The package has nothing but a default export.
  // eslint-disable-next-line no-restricted-syntax
  export default fcose;
}
