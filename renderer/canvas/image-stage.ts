import Konva from 'konva/lib/Core.js';
import type { Annotation, Shape } from '../../shared/annotation/annotation.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import { drawActive, drawCrosshair, drawDraft, drawMarquee } from './draw-active.ts';
import { type ClassLook, drawAnnotations } from './draw-annotations.ts';
import { drawPicture, drawUnveiled, type Unveiled } from './draw-picture.ts';
import { MovingCache } from './moving-cache.ts';
import { type View, visibleRect } from './view.ts';

/** All that the stage shows, apart from the picture. */
export interface Scene {
  readonly annotations: readonly Annotation[];
  readonly selectedId: string | null;
  /** Stands in for the annotation with its id while a hand moves it. */
  readonly preview: Annotation | null;
  /** More that are selected, drawn above the others without grips; `annotations` lacks them. */
  readonly others: readonly Annotation[];
  /** The rectangle of a selection under way, in image pixels. */
  readonly marquee: Rect | null;
  readonly draft: { readonly shape: Shape; readonly colour: string } | null;
  /** In view pixels; null hides it. */
  readonly crosshair: Point | null;
  readonly labels: boolean;
  readonly lookOf: (classId: string) => ClassLook;
}

/**
 * The picture and its annotations on three Konva layers: picture, all annotations, the one in hand. Two custom shapes
 * and no node an annotation, so that 5,000 of them cost one path a colour (design: speed). It only draws; pointer and
 * keys are the canvas component's.
 */
export class ImageStage {
  readonly #stage: Konva.Stage;
  readonly #layers: { readonly picture: Konva.Layer; readonly all: Konva.Layer; readonly active: Konva.Layer };
  readonly #cache = new MovingCache();
  #scene: Scene | null = null;
  #view: View = { scale: 1, x: 0, y: 0 };
  #frame: Size;
  #picture: { readonly bitmap: ImageBitmap; readonly size: Size } | null = null;
  #unveiled: Unveiled | null = null;

  constructor(container: HTMLDivElement, frame: Size) {
    this.#frame = frame;
    this.#stage = new Konva.Stage({ container, ...frame, listening: false });
    const layer = (draw: (context: CanvasRenderingContext2D) => void): Konva.Layer => {
      const made = new Konva.Layer({ listening: false });
      // Konva's own context has already scaled to device pixels; inside, everything is in view pixels.
      made.add(new Konva.Shape({ listening: false, sceneFunc: (context) => draw(context._context) }));
      this.#stage.add(made);
      return made;
    };
    this.#layers = {
      picture: layer((context) => this.#drawPicture(context)),
      all: layer((context) => this.#drawAll(context)),
      active: layer((context) => this.#drawActive(context)),
    };
  }

  get view(): View {
    return this.#view;
  }

  setFrame(frame: Size): void {
    this.#frame = frame;
    this.#stage.size(frame);
    this.#cache.drop();
    this.#drawLayers();
  }

  setPicture(picture: { readonly bitmap: ImageBitmap; readonly size: Size } | null): void {
    this.#picture = picture;
    this.#layers.picture.batchDraw();
  }

  /** Veiling draws at once, not at the next frame. */
  setUnveiled(unveiled: Unveiled | null): void {
    const veiled = this.#unveiled !== null && unveiled === null;
    this.#unveiled = unveiled;
    if (veiled) this.#layers.picture.draw();
    else this.#layers.picture.batchDraw();
  }

  setView(view: View): void {
    const { all } = this.#layers;
    this.#cache.move(this.#view, this.#scene?.annotations.length ?? 0, all, () => all.batchDraw());
    this.#view = view;
    this.#drawLayers();
  }

  setScene(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    const allSame =
      before !== null &&
      before.annotations === scene.annotations &&
      before.lookOf === scene.lookOf &&
      before.labels === scene.labels &&
      activeId(before) === activeId(scene);
    if (!allSame) {
      this.#cache.drop();
      this.#layers.all.batchDraw();
    }
    this.#layers.active.batchDraw();
  }

  /** How strong the annotations stand over the picture (0-1), and a CSS filter for the picture alone. */
  setLooks({ opacity, pictureFilter }: { readonly opacity: number; readonly pictureFilter: string }): void {
    const { picture, all, active } = this.#layers;
    for (const layer of [all, active]) layer.getNativeCanvasElement().style.opacity = String(opacity);
    picture.getNativeCanvasElement().style.filter = pictureFilter;
  }

  destroy(): void {
    this.#cache.drop();
    this.#stage.destroy();
  }

  #drawLayers(): void {
    for (const layer of Object.values(this.#layers)) layer.batchDraw();
  }

  #drawPicture(context: CanvasRenderingContext2D): void {
    if (!this.#picture) return;
    const { bitmap, size } = this.#picture;
    drawPicture(context, bitmap, size, this.#view);
    if (this.#unveiled) drawUnveiled(context, this.#unveiled, size, this.#view);
  }

  #drawAll(context: CanvasRenderingContext2D): void {
    if (!this.#scene || this.#cache.draw(context, this.#view, this.#frame)) return;
    const { annotations, labels, lookOf } = this.#scene;
    const inHand = activeId(this.#scene);
    const others = inHand === null ? annotations : annotations.filter(({ id }) => id !== inHand);
    drawAnnotations(context, others, {
      view: this.#view,
      visible: visibleRect(this.#view, this.#frame),
      lookOf,
      labels,
    });
  }

  #drawActive(context: CanvasRenderingContext2D): void {
    if (!this.#scene) return;
    const { annotations, preview, others, marquee, draft, crosshair, lookOf } = this.#scene;
    const inHand = activeId(this.#scene);
    const active = preview ?? annotations.find(({ id }) => id === inHand);
    for (const one of others) drawActive(context, one, { view: this.#view, lookOf, handles: false });
    if (active) drawActive(context, active, { view: this.#view, lookOf, handles: true });
    if (draft) drawDraft(context, draft.shape, draft.colour, this.#view);
    if (marquee) drawMarquee(context, marquee, this.#view);
    if (crosshair) drawCrosshair(context, crosshair, this.#frame);
  }
}

function activeId(scene: Scene): string | null {
  return scene.preview?.id ?? scene.selectedId;
}
