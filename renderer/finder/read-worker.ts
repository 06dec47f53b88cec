import '../without-eval.ts';
import { MAX_INVENTORY_BYTES, readInventoryFile } from '../../shared/finder/read-inventory.ts';
import { fail } from '../../shared/result.ts';

/** Reads one file off the page's thread; only hosts and names go back, never the file. */
async function read(file: File): Promise<ReturnType<typeof readInventoryFile>> {
  // Known before a byte is read.
  if (file.size > MAX_INVENTORY_BYTES) {
    return fail(
      'too-large',
      'The file is larger than 100 MB; record a shorter visit or save a part.',
    );
  }
  try {
    return readInventoryFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return fail('damaged-file', 'The file cannot be read; it may have been moved or changed.');
  }
}

self.addEventListener('message', (event: MessageEvent<File>) => {
  void read(event.data).then((result) => self.postMessage(result));
});
