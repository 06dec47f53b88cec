import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a bug on one screen from taking the others, and the person's work, off the window. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <EmptyState
        title="This view has failed"
        text={`Your work is saved. (${this.state.error.message})`}
      >
        <Button tone="primary" onPress={() => this.setState({ error: null })}>
          Try again
        </Button>
      </EmptyState>
    );
  }
}
