import classNames from 'classnames';

// Drawn on 24 × 24, in lines of the colour of the text.
const paths = {
  add: 'M12 5v14M5 12h14',
  back: 'm15 5-7 7 7 7',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 8v4.5l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  document: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M5 20h14',
  edit: 'm5 19 .8-3.8L16 5l3 3L8.8 18.2zM13.8 7.2l3 3',
  forward: 'm9 5 7 7-7 7',
  hide: 'M4 4l16 16M9.9 5.9A9.6 9.6 0 0 1 12 5.7c5 0 8.5 4.3 9.5 6.3a14 14 0 0 1-2.6 3.5M6.6 7.4A14.5 14.5 0 0 0 2.5 12c1 2 4.5 6.3 9.5 6.3a9 9 0 0 0 4.3-1.1M10 10a2.9 2.9 0 0 0 4 4',
  information: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.6v.1',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 9h7M8.5 12.5h4',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.3-3.8 2.9-5.5 6.5-5.5s6.2 1.7 6.5 5.5M16 5a3.5 3.5 0 0 1 0 6.5M18 15c2.2.7 3.3 2.4 3.5 5',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.4-4.3 3.4-6 7.5-6s7.1 1.7 7.5 6',
  phone:
    'M6.5 3.5h3l1.5 4.3-2 1.6c1 2.3 2.7 4.2 5.3 5.5l1.7-2 4.2 1.7v3c0 1.6-1.2 2.7-2.8 2.6C10.5 19.5 4.3 13.4 3.8 6.4c-.1-1.7 1.1-2.9 2.7-2.9Z',
  print: 'M7 8.5v-5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15',
  scales: 'M12 4v16M7.5 20h9M5 7l7-1.5L19 7M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5',
  send: 'M4 12h15M13.5 6.5 19 12l-5.5 5.5',
  shield: 'M12 3.5 5 6v5.5c0 4.5 2.8 7.5 7 9 4.2-1.5 7-4.5 7-9V6z',
  talk: 'M4 5h16v11h-8.5L7 20v-4H4zM8 9h8M8 12h5',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside words; never alone, so hidden from screen readers. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={classNames('icon', className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
