import type { ReactNode } from "react";

interface IconProps {
  readonly children: ReactNode;
  /** Whether it points in the direction of reading. */
  readonly mirrored?: boolean;
}

export function Icon({ children, mirrored = false }: IconProps) {
  return (
    <svg
      className="bp-chat-icon"
      data-mirrored={mirrored || undefined}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);

export const BackIcon = () => (
  <Icon mirrored>
    <path d="M19 12H5m6-6l-6 6 6 6" />
  </Icon>
);

export const ListIcon = () => (
  <Icon mirrored>
    <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
  </Icon>
);

export const NewIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);

export const StopIcon = () => (
  <Icon>
    <rect x="6.5" y="6.5" width="11" height="11" rx="1.5" fill="currentColor" />
  </Icon>
);

export const SendIcon = () => (
  <Icon mirrored>
    <path d="M4.5 12L20 4.5 14 20l-3-6.5zM11 13.5l4-4" />
  </Icon>
);
