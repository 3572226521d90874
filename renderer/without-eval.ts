import { z } from 'zod';

// The content security policy forbids `new Function`, which zod would try in order to compile its parsers. Imported
// first by main.tsx, before any schema is used.
z.config({ jitless: true });
