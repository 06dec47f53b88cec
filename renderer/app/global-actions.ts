import { useMemo } from 'react';
import { useEffect } from 'react';
import { api } from '../api.ts';
import { openAudience } from '../audience/lead/lead-state.ts';
import { addOwnProduct } from '../custom/own-state.ts';
import { useExploreView } from '../explore/explore-state.ts';
import { useLibrary } from '../library/library-state.ts';
import { exportMap } from '../map/export-map.ts';
import { startPresenting } from '../present/full-screen.ts';
import { exportStack, importStack } from '../state/files.ts';
import { runAction, useActionBindings } from '../state/actions.ts';
import { useApp } from '../state/app-state.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { useWorkshop } from '../workshop/workshop-state.ts';
import { actsOnTyping } from './shortcuts.ts';

/** What can be done from every screen. */
export function useGlobalActions(): void {
  const stackId = useStacks((state) => state.current?.stack.id ?? null);
  const canUndo = useStacks((state) => Boolean(state.current?.history.undo));
  const canRedo = useStacks((state) => Boolean(state.current?.history.redo));

  const bindings = useMemo(() => {
    const { show } = useDialogs.getState();
    const { go } = useView.getState();
    const { setSettings } = useApp.getState();
    const stacks = useStacks.getState();
    const hasStack = stackId !== null;
    const id = stackId ?? '';
    return {
      'stack.new': { run: () => show('new-stack') },
      'stack.example': { run: () => show('examples') },
      'stack.rename': { run: () => show('rename-stack'), isEnabled: hasStack },
      'stack.duplicate': { run: () => void stacks.duplicate(id), isEnabled: hasStack },
      'stack.delete': { run: () => void stacks.remove(id), isEnabled: hasStack },
      'stack.import': { run: () => void importStack() },
      'stack.present': { run: () => startPresenting(), isEnabled: hasStack },
      'stack.audience': { run: () => openAudience(), isEnabled: hasStack },
      'stack.workshop': {
        run: () => {
          const isElsewhere = useView.getState().screen !== 'stack';
          go('stack');
          useWorkshop.setState(({ isOpen }) => ({ isOpen: isElsewhere || !isOpen }));
        },
        isEnabled: hasStack,
      },
      'stack.versions': { run: () => show('versions'), isEnabled: hasStack },
      'export.dialog': { run: () => show('export'), isEnabled: hasStack },
      'export.svg': { run: () => void exportStack(id, 'svg'), isEnabled: hasStack },
      'export.png': { run: () => void exportStack(id, 'png'), isEnabled: hasStack },
      'export.stackscape': {
        run: () => void exportStack(id, 'stackscape'),
        isEnabled: hasStack,
      },
      'export.map-svg': { run: () => void exportMap('svg') },
      'export.map-pdf': { run: () => void exportMap('pdf') },
      'export.map-png': { run: () => void exportMap('png') },
      'edit.undo': { run: () => void stacks.undo(), isEnabled: canUndo },
      'edit.redo': { run: () => void stacks.redo(), isEnabled: canRedo },
      'canvas.quick-add': {
        run: () => {
          go('stack');
          show('quick-add');
        },
        isEnabled: hasStack,
      },
      'catalogue.add-product': { run: () => addOwnProduct() },
      'catalogue.import': {
        run: () => {
          useLibrary.getState().show('import');
          go('library');
        },
      },
      'view.explore': { run: () => go('explore') },
      'view.stack': { run: () => go('stack') },
      'view.graph': { run: () => go('graph') },
      'view.insights': { run: () => go('insights') },
      'view.library': { run: () => go('library') },
      'view.search': {
        run: () => {
          // Going there again would close the product panel.
          if (useView.getState().screen !== 'explore') go('explore');
          useExploreView.getState().focusSearch();
        },
      },
      'view.palette': { run: () => show('palette') },
      'view.theme-light': { run: () => void setSettings({ theme: 'light' as const }) },
      'view.theme-dark': { run: () => void setSettings({ theme: 'dark' as const }) },
      'view.theme-system': { run: () => void setSettings({ theme: 'system' as const }) },
      'help.shortcuts': { run: () => show('shortcuts') },
      'help.sources': {
        run: () => {
          useLibrary.getState().show('sources');
          go('library');
        },
      },
      'help.about': { run: () => show('about') },
    };
  }, [stackId, canUndo, canRedo]);
  useActionBindings(bindings, 'app');

  useEffect(
    () =>
      api.on('menu:action', ({ id }) => {
        if (!actsOnTyping(id)) runAction(id);
      }),
    [],
  );
}
