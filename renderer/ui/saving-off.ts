import { createContext } from 'react';

/** Why nothing can be saved, in a sentence; null as ever. Save buttons then give way to it. */
export const SavingOffContext = createContext<string | null>(null);
