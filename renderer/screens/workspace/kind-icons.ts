import {
  IconArrowCurveRight,
  IconBrush,
  IconCategory,
  IconLine,
  IconOvalVertical,
  IconPoint,
  IconPolygon,
  IconRectangle,
  IconRotateRectangle,
  IconStretching,
  IconTag,
} from '@tabler/icons-react';
import type { ToolKind } from '../../app/actions.ts';

/** The picture on each kind's tool. */
export const kindIcons = {
  box: IconRectangle,
  class: IconCategory,
  ellipse: IconOvalVertical,
  mask: IconBrush,
  point: IconPoint,
  polygon: IconPolygon,
  polyline: IconLine,
  relation: IconArrowCurveRight,
  'rotated-box': IconRotateRectangle,
  skeleton: IconStretching,
  tag: IconTag,
} satisfies Record<ToolKind, typeof IconTag>;
