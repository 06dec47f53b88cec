import { z } from 'zod';
import { ExportOptions } from '../exchange/export-options.ts';

export const hostKinds = ['electron', 'browser', 'cli'] as const;

/** Something that happened before the window opened and that the person must know. */
export const Notice = z.object({
  id: z.string(),
  level: z.enum(['info', 'warning']),
  title: z.string(),
  text: z.string(),
  /** Backups that could be restored instead, newest first; names as in `backup:list`. */
  backups: z.array(z.string()),
});
export type Notice = z.output<typeof Notice>;

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(hostKinds),
  platform: z.string(),
  versions: z.record(z.string(), z.string()),
  dataFolder: z.string(),
  catalogue: z.object({ version: z.string(), factsDate: z.string(), products: z.number().int() }),
  notices: z.array(Notice),
});
export type AppInfo = z.output<typeof AppInfo>;

export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** The stack that was open last. */
  currentStackId: z.string().nullable().default(null),
  /** Where newer packs are fetched from when a person asks; empty for nowhere. */
  /** The choices of the last export, or null before the first. */
  exportOptions: ExportOptions.nullable().default(null),
  updateAddress: z.string().trim().max(2000).default(''),
});
export type Settings = z.output<typeof Settings>;

export const Backup = z.object({
  /** File name inside the backup folder. */
  name: z.string(),
  createdAt: z.string(),
  /** Bytes. */
  size: z.number().int(),
  reason: z.enum(['migration', 'schedule', 'manual', 'before-restore']),
  stacks: z.number().int(),
});
export type Backup = z.output<typeof Backup>;
