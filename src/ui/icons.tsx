import type { ComponentProps } from 'react';

import { cn } from './cn';

/** An icon, 16 px unless `className` says otherwise. It has no name: its button or text does. */
export function Icon({
  name,
  className,
  ...rest
}: { name: IconName } & Omit<ComponentProps<'svg'>, 'name' | 'children'>) {
  return (
    <svg
      {...rest}
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cn(
        'size-4 flex-none stroke-current',
        SOLID.has(name) ? 'fill-current' : 'fill-none',
        className,
      )}
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export type IconName = keyof typeof PATHS;

/** On a 24 × 24 grid, with a stroke of 1.75. */
const PATHS = {
  bell: 'M6 9a6 6 0 1 1 12 0c0 6 3 7 3 7H3s3-1 3-7M10 19.5a2 2 0 0 0 4 0',
  board: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  'chevron-down': 'm6 9 6 6 6-6',
  'chevron-left': 'm15 6-6 6 6 6',
  'chevron-right': 'm9 6 6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  compare: 'M4 5h6v14H4zM14 5h6v14h-6z',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  'arrow-right': 'M4 12h15M13 6l6 6-6 6',
  expand: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  gear: 'M9 12a3 3 0 1 0 6 0 3 3 0 0 0-6 0M19 12a7 7 0 0 0-.1-1.2l2-1.6-2-3.4-2.4 1a7 7 0 0 0-2-1.2L14 3h-4l-.5 2.6a7 7 0 0 0-2 1.2l-2.4-1-2 3.4 2 1.6A7 7 0 0 0 5 12c0 .4 0 .8.1 1.2l-2 1.6 2 3.4 2.4-1a7 7 0 0 0 2 1.2L10 21h4l.5-2.6a7 7 0 0 0 2-1.2l2.4 1 2-3.4-2-1.6c.1-.4.1-.8.1-1.2Z',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4L15 13l5 5M15.5 9h.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8h.01',
  key: 'M11.5 12.5 20 4M16.5 7.5l3 3M12 16a4 4 0 1 1-8 0 4 4 0 0 1 8 0',
  large: 'M4 4h16v11H4zM4 19.5h9',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2M8 11V8a4 4 0 0 1 8 0v3',
  loop: 'M17 3l3 3-3 3M4 11V9a3 3 0 0 1 3-3h13M7 21l-3-3 3-3M20 13v2a3 3 0 0 1-3 3H4',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  mute: 'M11 5 6 9H3v6h3l5 4zM16 9.5l5 5M21 9.5l-5 5',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5M9 9h6M9 12.5h4',
  pause: 'M8 5v14M16 5v14',
  pencil: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  pip: 'M4 5h16v14H4zM12 12h6v5h-6z',
  play: 'M7 4.5v15l12.5-7.5z',
  plus: 'M12 5v14M5 12h14',
  question:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5h.01',
  refresh: 'M20 11a8 8 0 0 0-14-4.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4.5l2-2.5M20 20v-5h-5',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  search: 'M4 11a7 7 0 1 0 14 0 7 7 0 0 0-14 0M20 20l-3.5-3.5',
  sliders:
    'M4 8h9M19 8h1M4 16h1M11 16h9M13 8a3 3 0 1 0 6 0 3 3 0 0 0-6 0M5 16a3 3 0 1 0 6 0 3 3 0 0 0-6 0',
  star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M6 11v9h12v-9',
  'step-back': 'M17 5v14L8 12zM6 5v14',
  'step-forward': 'M7 5v14l9-7zM18 5v14',
  table: 'M4 5h16v14H4zM4 9.7h16M4 14.3h16M10 9.7V19',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  move: 'M4 6h6l2 2h8v11H4zM11 13.5h5m-2-2 2 2-2 2',
  sun: 'M8 12a4 4 0 1 0 8 0 4 4 0 0 0-8 0M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  volume: 'M11 5 6 9H3v6h3l5 4zM16 9a4 4 0 0 1 0 6',
  warning:
    'M12 9v4m0 4h.01M10.3 4 2.4 18a2 2 0 0 0 1.7 3h15.8a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
} as const;

const SOLID: ReadonlySet<IconName> = new Set(['play']);
