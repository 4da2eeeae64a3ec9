import type { ComponentProps } from 'react';

import { cn } from './cn';
import type { LateIconName } from './late-icons';

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
      <path d={paths[name]} />
    </svg>
  );
}

export type IconName = keyof typeof EARLY | LateIconName;

/** What is drawn on the first screens. On a 24 × 24 grid, with a stroke of 1.75. */
const EARLY = {
  bell: 'M6 9a6 6 0 1 1 12 0c0 6 3 7 3 7H3s3-1 3-7M10 19.5a2 2 0 0 0 4 0',
  board: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  'chevron-down': 'm6 9 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  compare: 'M4 5h6v14H4zM14 5h6v14h-6z',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  'arrow-right': 'M4 12h15M13 6l6 6-6 6',
  gear: 'M9 12a3 3 0 1 0 6 0 3 3 0 0 0-6 0M19 12a7 7 0 0 0-.1-1.2l2-1.6-2-3.4-2.4 1a7 7 0 0 0-2-1.2L14 3h-4l-.5 2.6a7 7 0 0 0-2 1.2l-2.4-1-2 3.4 2 1.6A7 7 0 0 0 5 12c0 .4 0 .8.1 1.2l-2 1.6 2 3.4 2.4-1a7 7 0 0 0 2 1.2L10 21h4l.5-2.6a7 7 0 0 0 2-1.2l2.4 1 2-3.4-2-1.6c.1-.4.1-.8.1-1.2Z',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4L15 13l5 5M15.5 9h.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8h.01',
  key: 'M11.5 12.5 20 4M16.5 7.5l3 3M12 16a4 4 0 1 1-8 0 4 4 0 0 1 8 0',
  large: 'M4 4h16v11H4zM4 19.5h9',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2M8 11V8a4 4 0 0 1 8 0v3',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  pause: 'M8 5v14M16 5v14',
  question:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5h.01',
  play: 'M7 4.5v15l12.5-7.5z',
  plus: 'M12 5v14M5 12h14',
  refresh: 'M20 11a8 8 0 0 0-14-4.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4.5l2-2.5M20 20v-5h-5',
  search: 'M4 11a7 7 0 1 0 14 0 7 7 0 0 0-14 0M20 20l-3.5-3.5',
  sliders:
    'M4 8h9M19 8h1M4 16h1M11 16h9M13 8a3 3 0 1 0 6 0 3 3 0 0 0-6 0M5 16a3 3 0 1 0 6 0 3 3 0 0 0-6 0',
  star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z',
  table: 'M4 5h16v14H4zM4 9.7h16M4 14.3h16M10 9.7V19',
  sun: 'M8 12a4 4 0 1 0 8 0 4 4 0 0 0-8 0M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8',
  warning:
    'M12 9v4m0 4h.01M10.3 4 2.4 18a2 2 0 0 0 1.7 3h15.8a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
} as const;

const paths: Partial<Record<IconName, string>> = EARLY;

/** For those of late parts, which come with them. */
export function addIcons(more: Readonly<Record<LateIconName, string>>): void {
  Object.assign(paths, more);
}

const SOLID: ReadonlySet<IconName> = new Set(['play']);
