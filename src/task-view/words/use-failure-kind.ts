import { useEffect, useState } from 'react';

import type { FailureKind } from '~/core/failure';
import type { TaskFailure } from '~/core/task';

/**
 * Why a task failed, as it was judged when the answer was read. Answers that an older version stored are judged now,
 * by rules that are loaded for them alone.
 */
export function useFailureKind(failure: TaskFailure): FailureKind {
  const [late, setLate] = useState<FailureKind>('unknown');
  useEffect(() => {
    if (failure.kind) return;
    let isCurrent = true;
    import('~/engine/gateway/tables/failure-kinds').then(
      ({ failureKind }) => isCurrent && setLate(failureKind(failure)),
      // Without the rules nobody knows, which is what it says already.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [failure]);
  return failure.kind ?? late;
}
