import { cpSync, rmSync } from 'node:fs';
import make from './make-demonstration.ts';
const done = await make();
const to = process.argv[2] as string;
rmSync(to, { recursive: true, force: true });
cpSync(process.env['DEMO_USER_DATA'] as string, to, { recursive: true });
done?.();
process.exit(0);
