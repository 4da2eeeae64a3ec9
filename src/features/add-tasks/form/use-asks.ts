import { lateCode } from '~/ui/late-code';

export const useAsks = lateCode(() => import('./asks'));
