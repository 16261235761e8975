import { Component, type ReactNode, Suspense } from "react";

interface LazilyProps {
  readonly children: ReactNode;
  /** Stands in until the part has arrived. */
  readonly fallback?: ReactNode;
  /** The part could not be loaded. */
  readonly onFailure?: () => void;
}

/** A part of the page that arrives later. Where it cannot, the book stays readable. */
export class Lazily extends Component<LazilyProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailure?.();
  }

  override render() {
    const { children, fallback = null } = this.props;
    return this.state.failed ? fallback : <Suspense fallback={fallback}>{children}</Suspense>;
  }
}
