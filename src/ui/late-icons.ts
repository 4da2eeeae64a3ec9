import { addIcons } from './icons';

/**
 * What is drawn on no first screen. Whatever draws one of these imports this file, and so it comes with the first of
 * those parts: `import '~/ui/late-icons'`.
 */
const LATE = {
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4',
  captions: 'M4 5h16v14H4zM10.7 10.4a2 2 0 1 0 0 3.2M16.7 10.4a2 2 0 1 0 0 3.2',
  'chevron-left': 'm15 6-6 6 6 6',
  'chevron-right': 'm9 6 6 6-6 6',
  expand: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  mute: 'M11 5 6 9H3v6h3l5 4zM16 9.5l5 5M21 9.5l-5 5',
  pencil: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  pip: 'M4 5h16v14H4zM12 12h6v5h-6z',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M6 11v9h12v-9',
  'step-back': 'M17 5v14L8 12zM6 5v14',
  'step-forward': 'M7 5v14l9-7zM18 5v14',
  move: 'M4 6h6l2 2h8v11H4zM11 13.5h5m-2-2 2 2-2 2',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  volume: 'M11 5 6 9H3v6h3l5 4zM16 9a4 4 0 0 1 0 6',
  loop: 'M17 3l3 3-3 3M4 11V9a3 3 0 0 1 3-3h13M7 21l-3-3 3-3M20 13v2a3 3 0 0 1-3 3H4',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5M9 9h6M9 12.5h4',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
} as const;

export type LateIconName = keyof typeof LATE;

addIcons(LATE);
