import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Makes the data folder and tells Electron to keep everything in it. Only before `ready`.
 * @returns why that cannot be done, or null
 */
export function claimDataFolder(folder: string): Error | null {
  // What Chromium keeps for itself stays out of sight among the person's own files.
  const sessionFolder = join(folder, 'session');
  try {
    // What is kept here is for this person alone.
    mkdirSync(sessionFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  app.setPath('userData', folder);
  app.setPath('sessionData', sessionFolder);
  return null;
}
