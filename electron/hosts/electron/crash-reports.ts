import { app, dialog, type BrowserWindow } from 'electron';

type Log = (error: unknown) => void;

/** Errors nobody caught, told once: what follows from the first is noise. */
export function reportUncaughtErrors(log: Log): void {
  let told = false;
  const report = (error: unknown): void => {
    log(error);
    if (told) return;
    told = true;
    void tellAndLeave(log);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

async function tellAndLeave(log: Log): Promise<void> {
  try {
    await app.whenReady();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Stackscape',
      message: 'Stackscape has come across an error and has to start again.',
      detail: 'Every change you made is saved. The log in the data folder has the details.',
      buttons: ['Start Again', 'Quit'],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) app.relaunch();
  } catch (error) {
    log(error);
  }
  app.exit(1);
}

/** Offers to load the page again when its process is gone or no longer answers. */
export function offerToReload(window: BrowserWindow, log: Log): void {
  let asking = false;
  let endingPage = false;

  async function ask(message: string, detail: string, other: string): Promise<boolean> {
    asking = true;
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        title: 'Stackscape',
        message,
        detail,
        buttons: ['Load Again', other],
        defaultId: 0,
        cancelId: 1,
      });
      return response === 0 && !window.isDestroyed();
    } finally {
      asking = false;
    }
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    log(`The page's process is gone: ${details.reason}, exit code ${details.exitCode}`);
    if (endingPage) {
      // Ended here, because the person has just chosen to load it again: nothing is left to ask.
      endingPage = false;
      return;
    }
    if (asking) return;
    ask('The page has stopped working.', 'Every change you made is saved.', 'Close')
      .then((again) => {
        if (again) window.webContents.reload();
        else if (!window.isDestroyed()) window.destroy();
      })
      .catch(log);
  });

  window.on('unresponsive', () => {
    log('The page does not answer.');
    if (asking) return;
    ask('The page does not answer.', 'Every change you made is saved.', 'Wait')
      .then((again) => {
        if (!again) return;
        endingPage = true;
        window.webContents.once('did-finish-load', () => (endingPage = false));
        window.webContents.forcefullyCrashRenderer();
        window.webContents.reload();
      })
      .catch(log);
  });
}
