/** Where answers repeat what was asked for: prompts, pictures, models. Rules as in `dialects.ts`. */
import { under } from './under';

/** Where an answer repeats what was asked for. */
const ASKED = [
  'detail.input',
  'detail.req',
  'input',
  'req',
  'request',
  'params',
  'parameters',
  'inputs',
  'options',
  'arguments',
];

/** What was asked for, as JSON text (kie.ai). Read for prompts and pictures, never for the result. */
export const ASKED_WRAPPERS = ['param', 'param_json'];

export const PROMPT_PATHS = [
  'detail.input.prompt',
  'detail.req.prompt',
  'prompt',
  'detail.pending_info.prompt',
  'detail.draft_info.prompt',
  'metadata.prompt',
  'orig_prompt',
  'original_prompt',
  'prompt_text',
  'text_prompt',
  ...under(['input', 'req', 'request', 'params', 'parameters'], ['prompt', 'prompt_text', 'text']),
  'properties.input',
  'inputs.prompt',
  'options.prompt',
  'arguments.prompt',
  'input.content.text',
  'generations.prompt',
];

export const ENHANCED_PROMPT_PATHS = [
  'enhanced_prompt',
  'detail.enhanced_prompt',
  'actual_prompt',
  'revised_prompt',
  'rewritten_prompt',
  'optimized_prompt',
  'expanded_prompt',
];

const IMAGE_LISTS = ['images', 'image_urls', 'input_images', 'reference_images', 'image_list'];
const IMAGE_FRAMES = [
  'first_frame_image',
  'last_frame_image',
  'first_frame',
  'last_frame',
  'start_image',
  'end_image',
];
/** The pictures somebody gave. A single `image` counts only where it clearly was asked for, not answered. */
export const IMAGE_PATHS = [
  ...under(ASKED, [
    ...IMAGE_LISTS,
    ...IMAGE_FRAMES,
    'image',
    'image_url',
    'img_url',
    'input_image',
    'image_tail',
    'prompt_image',
    'input_reference',
    'keyframes.frame0',
    'keyframes.frame1',
  ]),
  'input.content',
  'detail.images',
  ...IMAGE_LISTS,
  ...IMAGE_FRAMES,
  'metadata.images',
];

export const MODEL_PATHS = [
  'model',
  'model_name',
  'model_id',
  'properties.origin_model_name',
  'properties.upstream_model_name',
];
/** Tried after the part of the id before `:`; Sora gateways write an internal name (`sy_ore`) here. */
export const ASKED_MODEL_PATHS = under(ASKED, ['model', 'model_name']);
