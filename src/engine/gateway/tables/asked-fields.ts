/** Where answers repeat the request: prompts, images, models. Same rules as in `dialects.ts`. */
import { under } from '~/engine/gateway/reader/under';

/** Objects in which an answer repeats the request. */
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

/** The request as JSON text (kie.ai). Read for prompts and images, never for the result. */
export const ASKED_WRAPPERS = ['param', 'param_json', 'prompt_json', 'input_json', 'request_json'];

/** Where the prompt is. */
export const PROMPT_PATHS = [
  'detail.input.prompt',
  'detail.req.prompt',
  'prompt',
  'detail.pending_info.prompt',
  'detail.draft_info.prompt',
  'metadata.prompt',
  'meta.prompt',
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

/** Where the enhanced prompt is. */
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
/** The input images. A lone `image` counts only where it is clearly part of the request, not of the result. */
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
  'content.image_url',
  'detail.images',
  ...IMAGE_LISTS,
  ...IMAGE_FRAMES,
  'metadata.images',
];

/** Where the model is. */
export const MODEL_PATHS = [
  'model',
  'model_name',
  'model_id',
  'properties.origin_model_name',
  'properties.upstream_model_name',
];
/** Tried after the part of the id before `:`; Sora gateways put an internal name (`sy_ore`) here. */
export const ASKED_MODEL_PATHS = under(ASKED, ['model', 'model_name']);
