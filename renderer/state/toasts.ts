import { create } from 'zustand';
import type { AppError } from '../../shared/result.ts';

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  /** Until it is dismissed, as for work that goes on. */
  readonly stays?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastState {
  readonly toasts: readonly Toast[];
  show(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
}

let nextId = 1;

/** Short messages at the edge of the window; errors stay until they are dismissed. */
export const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  show: (toast) =>
    set(({ toasts }) => ({ toasts: [...toasts.slice(-3), { ...toast, id: nextId++ }] })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

export function showError(error: AppError): void {
  if (error.code !== 'cancelled') useToasts.getState().show({ tone: 'error', text: error.message });
}
