import { expect, test } from '@playwright/test';

import { card, expectNoAxeViolations, pasteTasks } from './support/page';
import { startGateway, type Gateway } from './support/gateway';
