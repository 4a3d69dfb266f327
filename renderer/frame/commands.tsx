import { createContext, useContext } from 'react';

/** What can be done from anywhere: by button, by key and from the menu. */
export interface FrameCommands {
  readonly find: () => void;
  readonly hide: () => void;
  readonly lock: () => void;
  readonly shortcuts: () => void;
}

export const FrameCommandsContext = createContext<FrameCommands | null>(null);

export function useFrameCommands(): FrameCommands {
  const commands = useContext(FrameCommandsContext);
  if (commands === null) throw new Error('outside the frame');
  return commands;
}
