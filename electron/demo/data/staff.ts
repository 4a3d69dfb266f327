/** The invented practices. Quillgate has no safeguarding lead: there the fallback reader decides. */
export const practices = {
  alderfield: 'Alderfield',
  quillgate: 'Quillgate',
  saltmarsh: 'Saltmarsh Lane',
  wren: 'Wren Street',
} as const;
export type PracticeKey = keyof typeof practices;

export const network = 'Harrowmere PCN';

interface DemoStaff {
  readonly name: string;
  readonly initials: string;
  readonly jobTitle: string;
  /** For the demo only, and printed: in a real log nobody but its owner ever knows one. */
  readonly passphrase: string;
}

/** Everybody who works in the invented network. The first one sets the log up. */
export const staff = {
  sedley: {
    name: 'J Sedley',
    initials: 'JS',
    jobTitle: 'Practice manager',
    passphrase: 'kettle harbour seventeen plum',
  },
  fenwick: {
    name: 'Dr M Fenwick-Oye',
    initials: 'MFO',
    jobTitle: 'GP and safeguarding lead',
    passphrase: 'lantern copper meadow stile',
  },
  illing: {
    name: 'C Illing',
    initials: 'CI',
    jobTitle: 'Advanced nurse practitioner',
    passphrase: 'pebble orchard ferry sixpence',
  },
  ashdown: {
    name: 'Dr H Ashdown-Pike',
    initials: 'HAP',
    jobTitle: 'GP and supervisor',
    passphrase: 'thistle wagon almond bell',
  },
  menon: {
    name: 'Dr R Menon-Clarke',
    initials: 'RMC',
    jobTitle: 'GP and supervisor',
    passphrase: 'saffron gate heron twilight',
  },
  amina: {
    name: 'Amina Q.',
    initials: 'AQ',
    jobTitle: 'Social prescribing link worker',
    passphrase: 'marble window cedar kite',
  },
  tom: {
    name: 'Tom F.',
    initials: 'TF',
    jobTitle: 'Social prescribing link worker',
    passphrase: 'biscuit anchor willow tram',
  },
  grace: {
    name: 'Grace O.',
    initials: 'GO',
    jobTitle: 'Social prescribing link worker',
    passphrase: 'velvet ladder puffin oats',
  },
} as const satisfies Readonly<Record<string, DemoStaff>>;
export type StaffKey = keyof typeof staff;
