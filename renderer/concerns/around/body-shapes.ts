/**
 * Outlines of the regions on a field of 200 by 420, front and back, each as an SVG path. Of regions that come in pairs
 * only the one at the viewer's left stands here: the other is its mirror. Seen from the front the viewer's left is the
 * person's right; seen from the back it is their left.
 */
const limbs = {
  'upper-arm': 'M51 105L71 101L66 150L48 150Z',
  'lower-arm': 'M48 152L66 152L60 202L46 202Z',
  hand: 'M45 204L60 204L60 224Q52 238 44 224Z',
} as const;

const paired = {
  front: {
    ...limbs,
    eye: 'M79 31H99V44H80.5Z',
    ear: 'M76 27Q68 30 70 40Q72 46 77 44Z',
    shoulder: 'M89 78L62 85Q52 89 51 103L71 99L88 84Z',
    thigh: 'M67 208L99 217L97 288L71 288Z',
    knee: 'M71 290H97V314H73Z',
    'lower-leg': 'M73 316H97L93 386H78Z',
    foot: 'M77 388H94L95 410H66Q68 398 77 388Z',
  },
  back: {
    ...limbs,
    shoulder: 'M89 78L60 85Q52 89 51 103L71 99L72 118H99V80Z',
    thigh: 'M67 214H99L97 296L71 296Z',
    'lower-leg': 'M71 298H97L93 386H78Z',
    foot: 'M77 388H94L95 410H66Q68 398 77 388Z',
  },
} as const;

const single = {
  front: {
    head: 'M78 30A22 27 0 0 1 122 30Z',
    'nose-mouth': 'M81 45H119Q114 63 100 63Q86 63 81 45Z',
    neck: 'M91 64H109V77H91Z',
    chest: 'M90 79H110L128 101V130H72V101Z',
    belly: 'M72 132H128V172H72Z',
    pelvis: 'M72 174H128L133 205L100 215L67 205Z',
  },
  back: {
    head: 'M78 34A22 29 0 1 1 122 34A22 29 0 1 1 78 34Z',
    neck: 'M91 64H109V77H91Z',
    'upper-back': 'M72 120H128V146H72Z',
    'lower-back': 'M72 148H128V176H72Z',
    buttocks: 'M72 178H128L133 212H67Z',
  },
} as const;

export type Side = 'front' | 'back';

interface Shape {
  /** The id of the region. */
  readonly region: string;
  readonly path: string;
  readonly mirrored: boolean;
}

function shapesOf(side: Side): readonly Shape[] {
  const [here, there] = side === 'front' ? ['right', 'left'] : ['left', 'right'];
  return [
    ...Object.entries(single[side]).map(([part, path]) => ({ region: `${side}-${part}`, path, mirrored: false })),
    ...Object.entries(paired[side]).flatMap(([part, path]) => [
      { region: `${side}-${here}-${part}`, path, mirrored: false },
      { region: `${side}-${there}-${part}`, path, mirrored: true },
    ]),
  ];
}

export const bodyShapes: Readonly<Record<Side, readonly Shape[]>> = {
  front: shapesOf('front'),
  back: shapesOf('back'),
};
