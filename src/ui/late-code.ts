import { useEffect, useState } from 'react';

/**
 * A hook for code that is loaded when it is first wanted: null until it has come, and where it is not wanted. If it
 * does not come, the next time it is wanted tries again.
 */
export function lateCode<Code>(load: () => Promise<Code>): (wanted: boolean) => Code | null {
  let loaded: Code | null = null;
  return function useLateCode(wanted) {
    const [, setCome] = useState(false);
    useEffect(() => {
      if (!wanted || loaded !== null) return;
      load().then(
        (code) => {
          loaded = code;
          setCome(true);
        },
        () => undefined,
      );
    }, [wanted]);
    return wanted ? loaded : null;
  };
}
