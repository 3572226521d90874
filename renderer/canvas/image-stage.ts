import Konva from 'konva/lib/Core.js';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import { type Draft, drawActive, drawCrosshair, drawDraft, drawMarquee } from './draw-active.ts';
import { drawGripInHand, drawPen } from './draw-key-hand.ts';
import type { ClassLook } from './draw-annotations.ts';
import { drawDetail, drawPicture, drawUnveiled, type Unveiled } from './draw-picture.ts';
import { drawSuggestions } from './draw-suggestions.ts';
import { drawChosenLink, drawLinks, type LinkLook } from './links/draw-links.ts';
import type { LinkLine } from './links/link-lines.ts';
import { StretchedLayer } from './links/stretched-layer.ts';
import { type DetailState, FineDetail } from './fine-detail.ts';
import { decodePart, keptShare, type Picture } from './picture.ts';
import { RestingAnnotations } from './resting-annotations.ts';
import { type View, visibleRect } from './view.ts';

/** All that the stage shows, apart from the picture. */
export interface Scene {
  readonly annotations: readonly Annotation[];
  readonly selectedId: string | null;
  /** Stands in for the annotation with its id while a hand moves it. */
  readonly preview: Annotation | null;
  /** What models suggest, and which of it is looked at. */
  readonly suggestions: readonly Annotation[];
  readonly suggestionId: string | null;
  /** Relations over the picture, those that a hand moves with their ends, and which of all annotations are selected. */
  readonly links: readonly LinkLine[];
  readonly movingLinks: readonly LinkLine[];
  readonly selectedIds: readonly string[];
  readonly linkLookOf: (classId: string) => LinkLook;
  /** More that are selected, drawn above the others without grips; `annotations` lacks them. */
  readonly others: readonly Annotation[];
  /** The rectangle of a selection under way, in image pixels. */
  readonly marquee: Rect | null;
  readonly draft: Draft | null;
  /** In view pixels; null hides it. */
  readonly crosshair: Point | null;
  /** Where keys draw, in image pixels. */
  readonly pen: Point | null;
  /** Whether what is selected shows the grips that it is changed by. */
  readonly grips: boolean;
  /** The grip that keys move. */
  readonly gripId: string | null;
  readonly labels: boolean;
  readonly lookOf: (classId: string) => ClassLook;
}

/**
 * The picture and its annotations on three Konva layers: picture, all annotations, the one in hand. Two custom shapes
 * and no node an annotation, so that 5,000 of them cost no object of Konva's (design: speed). It only draws; pointer and
 * keys are the canvas component's.
 */
export class ImageStage {
  readonly #stage: Konva.Stage;
  readonly #layers: Readonly<Record<'picture' | 'all' | 'suggested' | 'active', Konva.Layer>>;
  readonly #resting: RestingAnnotations;
  /** Null until the layers are there: a layer is drawn as it is added. */
  #stretched: StretchedLayer | null = null;
  #scene: Scene | null = null;
  #view: View = { scale: 1, x: 0, y: 0 };
  #frame: Size;
  #picture: { readonly picture: Picture; readonly size: Size } | null = null;
  #unveiled: Unveiled | null = null;
  #detail: FineDetail | null = null;
  readonly #onDetail: (state: DetailState) => void;

  /** `onDetail` hears whether a large picture is shown at full resolution where it is looked at closely. */
  constructor(container: HTMLDivElement, frame: Size, onDetail: (state: DetailState) => void = () => undefined) {
    this.#frame = frame;
    this.#onDetail = onDetail;
    this.#stage = new Konva.Stage({ container, ...frame, listening: false });
    const layer = (draw: (context: CanvasRenderingContext2D) => void, clearBeforeDraw = true): Konva.Layer => {
      const made = new Konva.Layer({ listening: false, clearBeforeDraw });
      // Konva's own context has already scaled to device pixels; inside, everything is in view pixels.
      made.add(new Konva.Shape({ listening: false, sceneFunc: (context) => draw(context._context) }));
      this.#stage.add(made);
      return made;
    };
    this.#layers = {
      picture: layer((context) => this.#drawPicture(context)),
      // what was drawn stays: panning shifts it, a change redraws its own place
      all: layer((context) => this.#drawAll(context), false),
      suggested: layer((context) => this.#drawSuggested(context)),
      active: layer((context) => this.#drawActive(context)),
    };
    this.#stretched = new StretchedLayer(this.#layers.suggested);
    this.#resting = new RestingAnnotations(() => this.#layers.all.batchDraw());
  }

  get view(): View {
    return this.#view;
  }

  /** Costs nothing while the frame has the size that it had. */
  setFrame(frame: Size): void {
    if (frame.width === this.#frame.width && frame.height === this.#frame.height) return;
    this.#frame = frame;
    this.#stage.size(frame);
    this.#resting.forget();
    this.#stretched?.forget();
    this.#drawLayers();
  }

  /** The item is left: nothing of it is shown any more, at once. */
  clear(): void {
    this.#scene = null;
    this.#unveiled = null;
    this.#resting.forget();
    this.#stretched?.forget();
    this.setPicture(null);
    for (const layer of Object.values(this.#layers)) layer.getContext().clear();
  }

  setPicture(picture: { readonly picture: Picture; readonly size: Size } | null): void {
    this.#picture = picture;
    this.#detail?.close();
    this.#detail = picture?.picture.whole ? this.#detailOf(picture.picture.whole) : null;
    this.#onDetail('none');
    this.#lookClosely();
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
    this.#view = view;
    this.#lookClosely();
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
      before.preview?.id === scene.preview?.id;
    if (!allSame) this.#layers.all.batchDraw();
    const sameSuggestions =
      before?.suggestions === scene.suggestions &&
      before.links === scene.links &&
      before.labels === scene.labels &&
      before.suggestionId === scene.suggestionId &&
      before.lookOf === scene.lookOf;
    if (!sameSuggestions) this.#layers.suggested.batchDraw();
    if (before === null || hasActive(before) || hasActive(scene)) this.#layers.active.batchDraw();
  }

  /** How strong the annotations stand over the picture (0-1), and a CSS filter for the picture alone. */
  setLooks({ opacity, pictureFilter }: { readonly opacity: number; readonly pictureFilter: string }): void {
    const { picture, all, suggested, active } = this.#layers;
    for (const layer of [all, suggested, active]) layer.getNativeCanvasElement().style.opacity = String(opacity);
    picture.getNativeCanvasElement().style.filter = pictureFilter;
  }

  destroy(): void {
    this.#detail?.close();
    this.#resting.destroy();
    this.#stretched?.destroy();
    this.#stage.destroy();
  }

  #detailOf({ file, size }: NonNullable<Picture['whole']>): FineDetail {
    return new FineDetail({
      size,
      keptShare: keptShare(size),
      cut: (rect) => decodePart(file, rect),
      changed: (state) => {
        this.#onDetail(state);
        this.#layers.picture.batchDraw();
      },
    });
  }

  #lookClosely(): void {
    const ratio = this.#layers.picture.getCanvas().getPixelRatio();
    this.#detail?.look(visibleRect(this.#view, this.#frame), this.#view.scale * ratio);
  }

  #drawLayers(): void {
    const { picture, all, active } = this.#layers;
    picture.batchDraw();
    all.batchDraw();
    if (this.#scene && hasMore(this.#scene)) this.#stretched?.moved(this.#view, isMuch(this.#scene));
    if (this.#scene && hasActive(this.#scene)) active.batchDraw();
  }

  #drawPicture(context: CanvasRenderingContext2D): void {
    if (!this.#picture) return;
    const { picture, size } = this.#picture;
    drawPicture(context, picture, { size, view: this.#view, frame: this.#frame });
    if (this.#detail?.shown) drawDetail(context, this.#detail.shown, this.#view);
    if (this.#unveiled) drawUnveiled(context, this.#unveiled, size, this.#view);
  }

  #drawAll(context: CanvasRenderingContext2D): void {
    if (!this.#scene) return;
    const { annotations, preview, labels, lookOf } = this.#scene;
    // what is selected lies under its own fuller drawing; only what moves must be missing here
    const except = preview ? (annotations.find(({ id }) => id === preview.id) ?? null) : null;
    this.#resting.draw(context, { annotations, except, labels, lookOf }, this.#view, this.#frame);
  }

  #drawSuggested(context: CanvasRenderingContext2D): void {
    this.#stretched?.drawn(this.#view);
    if (!this.#scene || !hasMore(this.#scene)) return;
    const { suggestions, suggestionId, links, labels, lookOf, linkLookOf } = this.#scene;
    const visible = visibleRect(this.#view, this.#frame);
    drawSuggestions(context, suggestions, suggestionId, { view: this.#view, visible, lookOf, labels });
    drawLinks(context, links, { view: this.#view, visible, lookOf: linkLookOf, labels });
    const chosen = links.find(({ id }) => id === suggestionId);
    if (chosen) drawChosenLink(context, chosen, { view: this.#view, lookOf: linkLookOf });
  }

  #drawActive(context: CanvasRenderingContext2D): void {
    if (!this.#scene) return;
    const { annotations, preview, others, marquee, draft, crosshair, pen, grips, gripId, lookOf } = this.#scene;
    const inHand = activeId(this.#scene);
    const active = preview ?? annotations.find(({ id }) => id === inHand);
    this.#drawLinksInHand(context, this.#scene);
    for (const one of others) drawActive(context, one, { view: this.#view, lookOf, handles: false });
    if (active) drawActive(context, active, { view: this.#view, lookOf, handles: grips });
    if (active && gripId !== null) drawGripInHand(context, active, gripId, this.#view);
    if (draft) drawDraft(context, draft, this.#view);
    if (marquee) drawMarquee(context, marquee, this.#view);
    if (crosshair) drawCrosshair(context, crosshair, this.#frame);
    if (pen) drawPen(context, pen, this.#view);
  }

  /** Relations whose ends move, and those that are selected: above the others, which need not be drawn anew for them. */
  #drawLinksInHand(context: CanvasRenderingContext2D, scene: Scene): void {
    const { links, movingLinks, selectedIds, labels, linkLookOf } = scene;
    if (links.length === 0 && movingLinks.length === 0) return;
    const visible = visibleRect(this.#view, this.#frame);
    drawLinks(context, movingLinks, { view: this.#view, visible, lookOf: linkLookOf, labels });
    const selected = new Set(selectedIds);
    for (const line of [...links, ...movingLinks]) {
      if (selected.has(line.id)) drawChosenLink(context, line, { view: this.#view, lookOf: linkLookOf });
    }
  }
}

/** Whether there is anything between the annotations at rest and those in hand. */
function hasMore({ suggestions, links }: Scene): boolean {
  return suggestions.length > 0 || links.length > 0;
}

/** More than this is not drawn in every frame while the picture moves. */
const MUCH = 60;

function isMuch({ suggestions, links }: Scene): boolean {
  return suggestions.length + links.length > MUCH;
}

/** Whether anything is drawn above the annotations at rest. */
function hasActive(scene: Scene): boolean {
  const { others, marquee, draft, crosshair, movingLinks } = scene;
  return (
    movingLinks.length > 0 ||
    activeId(scene) !== null ||
    others.length > 0 ||
    marquee !== null ||
    draft !== null ||
    crosshair !== null
  );
}

function activeId(scene: Scene): string | null {
  return scene.preview?.id ?? scene.selectedId;
}
