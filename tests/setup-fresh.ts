import { vi } from 'vitest';

// Files of one process share what they import: each starts with the page's own modules as new.
vi.resetModules();
