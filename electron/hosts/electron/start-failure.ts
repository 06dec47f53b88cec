import { app, dialog } from 'electron';
import { Refusal } from '../../../shared/result.ts';

/** What to tell a person when the application cannot start. */
function startFailureText(error: unknown, dataFolder: string): string {
  if (error instanceof Refusal) return error.message;
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `Stackscape may not write to its data folder ${dataFolder}. Allow it, or choose another folder with --data.`;
  }
  if (code === 'ENOSPC') {
    return `The disk with the data folder ${dataFolder} is full. Make room and start again.`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `The data folder ${dataFolder} cannot be made, as there is a file in its place.`;
  }
  return `Something unexpected happened. The log in ${dataFolder} has the details.`;
}

/** Says why the application cannot start, then ends it. */
export function endWithFailure(error: unknown, dataFolder: string): void {
  dialog.showErrorBox('Stackscape could not start', startFailureText(error, dataFolder));
  app.exit(1);
}
