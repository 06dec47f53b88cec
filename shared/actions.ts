/**
 * Everything a person can ask for by menu, palette or key, declared once. `shortcut` uses "Mod" for
 * Ctrl, or Cmd on macOS. What an action does is bound to its id in the renderer.
 */
export interface ActionInfo {
  readonly id: string;
  readonly label: string;
  readonly section: 'Stack' | 'Edit' | 'Canvas' | 'View' | 'Export' | 'Help';
  readonly shortcut?: string;
  /** Plain keys work only outside of text fields. */
  readonly plainKey?: boolean;
  /** A second, plain key for what is done again and again; outside of text fields only. */
  readonly quickKey?: string;
}

export const actionList = [
  { id: 'stack.new', label: 'New stack', section: 'Stack', shortcut: 'Mod+Alt+N' },
  { id: 'stack.example', label: 'New stack from an example…', section: 'Stack' },
  { id: 'stack.rename', label: 'Rename stack', section: 'Stack', shortcut: 'F2', plainKey: true },
  { id: 'stack.duplicate', label: 'Duplicate stack', section: 'Stack' },
  { id: 'stack.delete', label: 'Delete stack', section: 'Stack' },
  { id: 'stack.import', label: 'Import stack…', section: 'Stack', shortcut: 'Mod+O' },
  { id: 'export.svg', label: 'Export as SVG', section: 'Export' },
  { id: 'export.png', label: 'Export as PNG', section: 'Export' },
  { id: 'export.json', label: 'Export as stack file', section: 'Export', shortcut: 'Mod+S' },
  { id: 'export.map-svg', label: 'Export the landscape map as SVG', section: 'Export' },
  { id: 'export.map-png', label: 'Export the landscape map as PNG', section: 'Export' },
  { id: 'edit.undo', label: 'Undo', section: 'Edit', shortcut: 'Mod+Z' },
  { id: 'edit.redo', label: 'Redo', section: 'Edit', shortcut: 'Mod+Shift+Z' },
  {
    id: 'edit.remove',
    label: 'Remove selection',
    section: 'Edit',
    shortcut: 'Delete',
    plainKey: true,
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    section: 'Edit',
    shortcut: 'Mod+A',
    plainKey: true,
  },
  {
    id: 'canvas.quick-add',
    label: 'Add products…',
    section: 'Canvas',
    shortcut: 'Mod+Enter',
    quickKey: 'Q',
  },
  {
    id: 'canvas.connect',
    label: 'Connect two products',
    section: 'Canvas',
    shortcut: 'A',
    plainKey: true,
  },
  {
    id: 'canvas.select-tool',
    label: 'Select with the pointer',
    section: 'Canvas',
    shortcut: '1',
    plainKey: true,
    quickKey: 'V',
  },
  {
    id: 'canvas.hand-tool',
    label: 'Move the canvas with the pointer',
    section: 'Canvas',
    shortcut: 'H',
    plainKey: true,
  },
  { id: 'canvas.note', label: 'Add a note', section: 'Canvas', shortcut: 'N', plainKey: true },
  {
    id: 'canvas.heading',
    label: 'Add a heading',
    section: 'Canvas',
    shortcut: 'T',
    plainKey: true,
  },
  { id: 'canvas.frame', label: 'Add a frame', section: 'Canvas', shortcut: 'F', plainKey: true },
  { id: 'canvas.structure', label: 'Structure…', section: 'Canvas' },
  { id: 'canvas.arrange', label: 'Arrange products', section: 'Canvas' },
  { id: 'lane.add', label: 'Add a lane', section: 'Canvas' },
  { id: 'node.details', label: 'State, owner and cost of the selection…', section: 'Edit' },
  { id: 'node.mark-in-use', label: 'Mark the selection as in use', section: 'Edit' },
  { id: 'node.mark-planned', label: 'Mark the selection as planned', section: 'Edit' },
  { id: 'node.mark-candidate', label: 'Mark the selection as candidate', section: 'Edit' },
  { id: 'node.mark-to-retire', label: 'Mark the selection as to retire', section: 'Edit' },
  { id: 'node.mark-not-ours', label: 'Mark the selection as not ours', section: 'Edit' },
  {
    id: 'canvas.fit',
    label: 'Zoom to fit',
    section: 'Canvas',
    shortcut: 'Shift+1',
    plainKey: true,
  },
  {
    id: 'canvas.fit-selection',
    label: 'Zoom to selection',
    section: 'Canvas',
    shortcut: 'Shift+2',
    plainKey: true,
  },
  { id: 'canvas.zoom-whole', label: 'Zoom to 100 %', section: 'Canvas', shortcut: 'Mod+0' },
  { id: 'canvas.zoom-in', label: 'Zoom in', section: 'Canvas', shortcut: 'Mod+=' },
  { id: 'canvas.zoom-out', label: 'Zoom out', section: 'Canvas', shortcut: 'Mod+-' },
  {
    id: 'canvas.minimap',
    label: 'Overview map',
    section: 'Canvas',
    shortcut: 'M',
    plainKey: true,
  },
  {
    id: 'canvas.outline',
    label: 'Outline of the stack',
    section: 'Canvas',
    shortcut: 'O',
    plainKey: true,
  },
  {
    id: 'canvas.drawer',
    label: 'Products to drag',
    section: 'Canvas',
    shortcut: 'P',
    plainKey: true,
  },
  { id: 'catalogue.add-product', label: 'Add a product of your own…', section: 'View' },
  { id: 'catalogue.import', label: 'Import products or integrations…', section: 'View' },
  { id: 'view.explore', label: 'Explore', section: 'View', shortcut: 'Mod+1' },
  { id: 'view.stack', label: 'Stack', section: 'View', shortcut: 'Mod+2' },
  { id: 'view.graph', label: 'Graph', section: 'View', shortcut: 'Mod+3' },
  { id: 'view.insights', label: 'Insights', section: 'View', shortcut: 'Mod+4' },
  { id: 'view.library', label: 'Library', section: 'View', shortcut: 'Mod+5' },
  {
    id: 'view.search',
    label: 'Search the catalogue',
    section: 'View',
    shortcut: '/',
    plainKey: true,
  },
  { id: 'view.palette', label: 'Command palette', section: 'View', shortcut: 'Mod+K' },
  { id: 'view.theme-light', label: 'Light theme', section: 'View' },
  { id: 'view.theme-dark', label: 'Dark theme', section: 'View' },
  { id: 'view.theme-system', label: 'Theme of the system', section: 'View' },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    section: 'Help',
    shortcut: '?',
    plainKey: true,
  },
  { id: 'help.sources', label: 'Sources and licences', section: 'Help' },
  { id: 'help.about', label: 'About Stackscape', section: 'Help' },
] as const satisfies readonly ActionInfo[];

export type ActionId = (typeof actionList)[number]['id'];
