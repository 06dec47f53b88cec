import { useEffect } from 'react';
import { create } from 'zustand';
import type { Point } from '../../shared/diagram/route-edge.ts';
import { MAX_PICTURE_BYTES } from '../../shared/exchange/picture-type.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { useCanvas } from './canvas-state.ts';
import { within } from './placement.ts';

/** Data addresses of pictures by their ids; null for one that the workspace does not have. */
const usePictures = create<{ readonly urls: Readonly<Record<string, string | null>> }>()(() => ({
  urls: {},
}));
const asked = new Set<string>();

/** Longest side of a picture that has just been put on a canvas, in canvas units. */
const LONGEST_SIDE = 480;

const put = (id: string, url: string | null): void =>
  usePictures.setState(({ urls }) => ({ urls: { ...urls, [id]: url } }));

/** @returns undefined while it is on its way */
export function usePicture(id: string): string | null | undefined {
  useEffect(() => {
    if (asked.has(id)) return;
    asked.add(id);
    void api.call('stacks:picture', { id }).then((answer) => {
      if (answer.ok) put(id, `data:${answer.value.mimeType};base64,${answer.value.base64}`);
      else put(id, null);
    });
  }, [id]);
  return usePictures((state) => state.urls[id]);
}

function refuse(text: string): null {
  useToasts.getState().show({ tone: 'error', text });
  return null;
}

/** An SVG may carry scripts and addresses: it is drawn once, and only the drawing is kept. */
async function drawn(file: Blob): Promise<Blob | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = 1600 / Math.max(image.naturalWidth, image.naturalHeight, 1);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function readBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
    reader.readAsDataURL(file);
  });
}

async function sizeOf(url: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight, 1));
  return {
    width: Math.max(48, Math.round(image.naturalWidth * scale)),
    height: Math.max(48, Math.round(image.naturalHeight * scale)),
  };
}

/** Puts picture files on the canvas, the first around a point, the next ones beside it. */
export async function addPictures(files: readonly File[], middle: Point): Promise<void> {
  let { x } = middle;
  for (const file of files) {
    if (file.size > MAX_PICTURE_BYTES) {
      refuse(`${file.name} is larger than 5 MB; make it smaller and drop it again.`);
      continue;
    }
    try {
      const picture = file.type === 'image/svg+xml' ? await drawn(file) : file;
      const base64 = picture ? await readBase64(picture) : '';
      const stored = await api.call('stacks:add-picture', { base64 });
      if (!stored.ok) {
        showError(stored.error);
        continue;
      }
      const { id, mimeType } = stored.value;
      const url = `data:${mimeType};base64,${base64}`;
      const size = await sizeOf(url);
      asked.add(id);
      put(id, url);
      const item = {
        type: 'picture',
        id: crypto.randomUUID(),
        pictureId: id,
        alt: file.name.replace(/\.[^.]+$/, '').slice(0, 500),
        x: within(x - size.width / 2),
        y: within(middle.y - size.height / 2),
        ...size,
      } as const;
      if (await useStacks.getState().apply({ type: 'add-items', items: [item] })) {
        useCanvas.getState().select([item.id]);
        x += size.width + 24;
      }
    } catch {
      refuse(`${file.name} is no picture that can be shown; use PNG, JPEG, WebP, GIF or SVG.`);
    }
  }
}

export const pictureFiles = (data: DataTransfer): File[] =>
  [...data.files].filter((file) => file.type.startsWith('image/'));
