import { useEffect } from 'react';
import { useCanvas } from './canvas-state.ts';
import { CLIP_TYPE, clipText, readClip } from './clip.ts';
import { clipHtml, readClipHtml } from './clip-html.ts';
import { addPictures, pictureFiles } from './pictures.ts';
import { openPasteList } from './paste-list-state.ts';
import { readLines } from './read-lines.ts';
import { pasteClip, selectedClip } from './selection-edits.ts';
import { removeSelection } from './stack-edits.ts';
import type { Point } from '../../shared/diagram/route-edge.ts';

const OTHERS = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** Whether the clipboard is the canvas' own: nobody is typing, and no words are marked to copy. */
function isOurs(event: ClipboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  return target.closest(OTHERS) === null && document.querySelector('[role="dialog"]') === null;
}

/**
 * Copy, cut and paste on the canvas by way of the system's clipboard, so that they work between
 * stacks and windows; other programs get the names, or a table of them. A pasted picture becomes an item, and a pasted
 * list of names is matched with the catalogue.
 */
export function useClipboard(middle: () => Point): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): boolean => {
      const clip = selectedClip();
      const isText = window.getSelection()?.isCollapsed === false;
      if (!clip || !event.clipboardData || isText || !isOurs(event)) return false;
      event.preventDefault();
      event.clipboardData.setData(CLIP_TYPE, JSON.stringify(clip));
      event.clipboardData.setData('text/plain', clipText(clip));
      event.clipboardData.setData('text/html', clipHtml(clip));
      return true;
    };
    const onCopy = (event: ClipboardEvent): void => {
      if (copy(event)) useCanvas.getState().announce('Copied.');
    };
    const onCut = (event: ClipboardEvent): void => {
      if (copy(event)) void removeSelection();
    };
    const onPaste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data || !isOurs(event)) return;
      const clip = readClip(data.getData(CLIP_TYPE)) ?? readClipHtml(data.getData('text/html'));
      const pictures = pictureFiles(data);
      const lines = readLines(data.getData('text/plain'));
      if (clip) void pasteClip(clip);
      else if (pictures.length > 0) void addPictures(pictures, middle());
      else if (lines.length > 0) void openPasteList(lines);
      else return;
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [middle]);
}
