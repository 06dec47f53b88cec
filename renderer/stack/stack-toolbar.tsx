import {
  Check,
  ChevronDown,
  Copy,
  Download,
  Ellipsis,
  FileJson,
  GitCompareArrows,
  History as HistoryIcon,
  Image,
  LayoutTemplate,
  ListTree,
  MonitorUp,
  PanelLeft,
  Pencil,
  Plus,
  Presentation,
  Redo2,
  Shapes,
  Timer,
  Trash2,
  Undo2,
  Upload,
  Waypoints,
} from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { GivenName } from '../../shared/domain/ids.ts';
import { stateCounts } from '../../shared/stack/state-words.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { counted } from '../product/words.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { TimerChip } from '../workshop/timer.tsx';
import { useWorkshop } from '../workshop/workshop-state.ts';
import { useCanvas } from './canvas-state.ts';
import styles from './stack-toolbar.module.css';

interface NameFieldProps {
  readonly name: string;
  /** By a key, the keyboard goes back to where it was; by a click elsewhere it goes there. */
  readonly onDone: (byKey: boolean) => void;
}

function NameField({ name, onDone }: NameFieldProps): ReactNode {
  const [draft, setDraft] = useState(name);
  const save = (byKey: boolean): void => {
    const next = GivenName.safeParse(draft);
    onDone(byKey);
    if (next.success && next.data !== name) {
      void useStacks.getState().apply({ type: 'rename-stack', name: next.data });
    }
  };
  return (
    <input
      className={styles.nameField}
      aria-label="Name of the stack"
      value={draft}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => save(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save(true);
        else if (event.key === 'Escape') onDone(true);
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** The name of the stack, the way to the others, and a pencil to rename it where it stands. */
function StackSwitcher({ name, id }: { readonly name: string; readonly id: string }): ReactNode {
  const list = useStacks((state) => state.list);
  const [renaming, setRenaming] = useState<'no' | 'now' | 'just ended'>('no');
  if (renaming === 'now') {
    return <NameField name={name} onDone={(byKey) => setRenaming(byKey ? 'just ended' : 'no')} />;
  }
  return (
    <div className={styles.switcher}>
      <Menu
        label="Stacks"
        trigger={
          <Button tone="quiet" aria-label={`Stack: ${name}. Choose another`}>
            <bdi className={styles.name}>{name}</bdi>
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        {list.map((stack) => (
          <MenuItem
            key={stack.id}
            id={stack.id}
            label={stack.id === id ? name : stack.name}
            shortcut={counted(stack.products, 'product', 'products')}
            icon={stack.id === id ? <Check /> : null}
            onAction={() => void useStacks.getState().open(stack.id)}
          />
        ))}
        <MenuSeparator />
        <MenuItem
          id="stack.new"
          label="New stack…"
          icon={<Plus />}
          shortcut={shortcutLabel('Mod+Alt+N')}
          onAction={() => runAction('stack.new')}
        />
        <MenuItem
          id="stack.example"
          label="New stack from an example…"
          icon={<LayoutTemplate />}
          onAction={() => runAction('stack.example')}
        />
        <MenuItem
          id="stack.import"
          label="Import stack…"
          icon={<Upload />}
          shortcut={shortcutLabel('Mod+O')}
          onAction={() => runAction('stack.import')}
        />
      </Menu>
      <IconButton
        label="Rename"
        shortcut="F2"
        autoFocus={renaming === 'just ended'}
        onPress={() => setRenaming('now')}
      >
        <Pencil />
      </IconButton>
    </div>
  );
}

function Counts(): ReactNode {
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const connections = useStacks((state) => state.current?.stack.connections);
  const links = useStacks((state) => state.links);
  const known = useMemo(() => bundleLinks(links).length, [links]);
  const own = Object.keys(connections ?? {}).length;
  const parts = [counted(Object.keys(nodes ?? {}).length, 'product', 'products')];
  parts.push(...stateCounts(Object.values(nodes ?? {})));
  if (known > 0) parts.push(counted(known, 'known connection', 'known connections'));
  if (own > 0) parts.push(`${own} of your own`);
  const words = parts.join(' · ');
  return (
    <p className={styles.counts} title={words}>
      {words}
    </p>
  );
}

function History(): ReactNode {
  const undo = useStacks((state) => state.current?.history.undo ?? null);
  const isOpen = useCanvas((state) => state.side === 'history');
  const redo = useStacks((state) => state.current?.history.redo ?? null);
  return (
    <>
      <IconButton
        label={undo === null ? 'Nothing to undo' : `Undo ${displayText(undo)}`}
        shortcut={shortcutLabel('Mod+Z')}
        isDisabled={undo === null}
        onPress={() => runAction('edit.undo')}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={redo === null ? 'Nothing to redo' : `Redo ${displayText(redo)}`}
        shortcut={shortcutLabel('Mod+Shift+Z')}
        isDisabled={redo === null}
        onPress={() => runAction('edit.redo')}
      >
        <Redo2 />
      </IconButton>
      <IconButton
        label="History"
        shortcut={shortcutLabel('Mod+Shift+H')}
        pressed={isOpen}
        onPress={() => runAction('canvas.history')}
      >
        <HistoryIcon />
      </IconButton>
    </>
  );
}

function ExportMenu(): ReactNode {
  return (
    <Menu
      label="Export"
      trigger={
        <Button>
          <Download aria-hidden="true" /> Export
        </Button>
      }
    >
      <MenuItem
        id="svg"
        label="Diagram as SVG"
        icon={<Shapes />}
        onAction={() => runAction('export.svg')}
      />
      <MenuItem
        id="png"
        label="Diagram as PNG"
        icon={<Image />}
        onAction={() => runAction('export.png')}
      />
      <MenuItem
        id="stackscape"
        label="Stack file"
        icon={<FileJson />}
        shortcut={shortcutLabel('Mod+S')}
        onAction={() => runAction('export.stackscape')}
      />
      <MenuSeparator />
      <MenuItem
        id="dialog"
        label="Export…"
        icon={<Download />}
        shortcut={shortcutLabel('Mod+Shift+E')}
        onAction={() => runAction('export.dialog')}
      />
    </Menu>
  );
}

function MoreMenu(): ReactNode {
  return (
    <Menu
      label="More"
      trigger={
        <IconButton label="More">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem
        id="present"
        label="Present"
        icon={<Presentation />}
        shortcut={shortcutLabel('Mod+Alt+P')}
        onAction={() => runAction('stack.present')}
      />
      <MenuItem
        id="audience"
        label="Open the audience’s window"
        icon={<MonitorUp />}
        shortcut={shortcutLabel('Mod+Alt+A')}
        onAction={() => runAction('stack.audience')}
      />
      <MenuItem
        id="workshop"
        label="Workshop"
        icon={<Timer />}
        shortcut={shortcutLabel('W')}
        onAction={() => runAction('stack.workshop')}
      />
      <MenuItem
        id="versions"
        label="Versions and comparison…"
        icon={<GitCompareArrows />}
        shortcut={shortcutLabel('Mod+Alt+V')}
        onAction={() => runAction('stack.versions')}
      />
      <MenuItem
        id="duplicate"
        label="Duplicate stack"
        icon={<Copy />}
        onAction={() => runAction('stack.duplicate')}
      />
      <MenuItem
        id="import"
        label="Import stack…"
        icon={<Upload />}
        shortcut={shortcutLabel('Mod+O')}
        onAction={() => runAction('stack.import')}
      />
      <MenuSeparator />
      <MenuItem
        id="delete"
        label="Delete stack"
        tone="danger"
        icon={<Trash2 />}
        onAction={() => runAction('stack.delete')}
      />
    </Menu>
  );
}

export function StackToolbar(): ReactNode {
  const id = useStacks((state) => state.current?.stack.id ?? '');
  const name = useStacks((state) => state.current?.stack.name ?? '');
  const side = useCanvas((state) => state.side);
  const isWorkshopOpen = useWorkshop((state) => state.isOpen);
  return (
    <header className={styles.bar}>
      <IconButton
        label="Products to drag"
        shortcut={shortcutLabel('P')}
        pressed={side === 'catalogue'}
        onPress={() => runAction('canvas.drawer')}
      >
        <PanelLeft />
      </IconButton>
      <IconButton
        label="Outline"
        shortcut={shortcutLabel('O')}
        pressed={side === 'outline'}
        onPress={() => runAction('canvas.outline')}
      >
        <ListTree />
      </IconButton>
      <StackSwitcher key={id} id={id} name={name} />
      <Counts />
      <span className={styles.space} />
      {isWorkshopOpen ? null : <TimerChip onOpen={() => runAction('stack.workshop')} />}
      <History />
      <IconButton label="Arrange products" onPress={() => runAction('canvas.arrange')}>
        <Waypoints />
      </IconButton>
      <Button onPress={() => runAction('canvas.structure')}>
        <LayoutTemplate aria-hidden="true" /> Structure…
      </Button>
      <Button tone="primary" onPress={() => runAction('canvas.quick-add')}>
        <Plus aria-hidden="true" /> Add products
      </Button>
      <ExportMenu />
      <MoreMenu />
    </header>
  );
}
