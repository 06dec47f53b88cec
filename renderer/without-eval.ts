import { z } from 'zod';

// zod would probe for `new Function`, which the content-security policy refuses and reports. This
// module comes first, as some schemas parse their defaults while the others load.
z.config({ jitless: true });
