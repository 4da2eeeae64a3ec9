import { configure } from '@testing-library/dom';

import { PATIENCE } from './patience';

configure({ asyncUtilTimeout: PATIENCE });
