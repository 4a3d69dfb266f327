import { z } from 'zod';

// Zod would otherwise try `new Function` at the first schema, which the app's content security policy forbids and
// reports. Everybody imports it from here, so that no schema can be made before this line has run.
z.config({ jitless: true });

export { z };
