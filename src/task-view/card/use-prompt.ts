import { useState } from 'react';

import type { Task } from '~/core/task';
import type { PromptShown } from '~/prefs/choices';
import { usePrefs } from '~/prefs/use-prefs';

/** The prompt to show; where there are two, the one chosen here or else the one preferred everywhere. */
export function usePrompt(task: Task | null): {
  text: string | null;
  shown: PromptShown;
  both: boolean;
  choose: (kind: PromptShown) => void;
} {
  const first = usePrefs((prefs) => prefs.promptShown);
  const [chosen, choose] = useState<PromptShown | null>(null);
  const { prompt = null, enhancedPrompt = null } = task ?? {};
  const both = prompt !== null && enhancedPrompt !== null;
  const shown = both ? (chosen ?? first) : enhancedPrompt === null ? 'original' : 'enhanced';
  return { text: shown === 'enhanced' ? enhancedPrompt : prompt, shown, both, choose };
}
