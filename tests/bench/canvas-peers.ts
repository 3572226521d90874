// Other ways to draw the same picture and shapes; bundled by `bundle-peers.ts` and run in the page of the app.
import Konva from 'konva/lib/Core.js';
import { createElement, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Image, Layer, Line, Stage } from 'react-konva';

type Ring = readonly number[];
/** Steps that each way takes as the workspace does; `commit` adds a ring. */
interface Peer {
  move(to: { readonly scale: number; readonly x: number; readonly y: number }): void;
  select(at: number): void;
  drag(by: number): void;
  commit(ring: Ring): void;
  close(): void;
}
type MakePeer = (host: HTMLElement, picture: ImageBitmap, rings: readonly Ring[], scale: number) => Peer;

export type PeerName = 'bare' | 'cached' | 'oneShape' | 'naive';

declare global {
  interface Window {
    /** Set by this bundle. */
    peers: Readonly<Record<PeerName, MakePeer>>;
  }
}

const COLOUR = '#4cc3ff';
const CASING = 'rgb(0 0 0 / 55%)';

function over(host: HTMLElement): { readonly box: HTMLDivElement; readonly size: { width: number; height: number } } {
  const size = { width: host.clientWidth, height: host.clientHeight };
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'absolute', inset: '0', zIndex: '9' });
  host.append(box);
  return { box, size };
}

function trace(path: Path2D | CanvasRenderingContext2D, ring: Ring): void {
  for (let at = 0; at < ring.length; at += 2) {
    if (at === 0) path.moveTo(ring[0] ?? 0, ring[1] ?? 0);
    else path.lineTo(ring[at] ?? 0, ring[at + 1] ?? 0);
  }
  path.closePath();
}

/** A call a shape: a casing and a line each. The context is in image pixels. */
function strokeAll(context: CanvasRenderingContext2D, rings: readonly Ring[], scale: number): void {
  const paths = rings.map((ring) => {
    const path = new Path2D();
    trace(path, ring);
    return path;
  });
  for (const [width, colour] of [
    [4, CASING],
    [2, COLOUR],
  ] as const) {
    context.lineWidth = width / scale;
    context.strokeStyle = colour;
    for (const path of paths) context.stroke(path);
  }
}

/** One canvas of our own, no library: the least that the machine can do. `cached` moves a bitmap of all shapes. */
function plain(cached: boolean): MakePeer {
  return (host, picture, given, scale) => {
    const { box, size } = over(host);
    const canvas = Object.assign(document.createElement('canvas'), size);
    box.append(canvas);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no context');
    const rings = [...given];
    let view = { scale, x: 0, y: 0 };
    let active: Ring | null = null;
    let shift = 0;
    const copy = new OffscreenCanvas(size.width, size.height);
    function draw(): void {
      if (!context) return;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      context.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
      context.drawImage(picture, 0, 0);
      if (cached) context.drawImage(copy, 0, 0, size.width / scale, size.height / scale);
      else strokeAll(context, rings, view.scale);
      context.translate(shift, 0);
      if (active) strokeAll(context, [active], view.scale);
    }
    const drawCopy = (some: readonly Ring[]) => {
      const its = copy.getContext('2d') as unknown as CanvasRenderingContext2D;
      its.setTransform(scale, 0, 0, scale, 0, 0);
      strokeAll(its, some, scale);
    };
    if (cached) drawCopy(rings);
    draw();
    return {
      move(to) {
        view = to;
        draw();
      },
      select(at) {
        active = rings[at] ?? null;
        draw();
      },
      drag(by) {
        shift = by;
        draw();
      },
      commit(ring) {
        rings.push(ring);
        if (cached) drawCopy([ring]);
        draw();
      },
      close: () => box.remove(),
    };
  };
}

/** One custom Konva shape that draws all rings; the active one on a layer above. */
const oneShape: MakePeer = (host, picture, given, scale) => {
  const { box, size } = over(host);
  const stage = new Konva.Stage({ container: box, ...size, listening: false });
  const rings = [...given];
  let view = { scale, x: 0, y: 0 };
  let active: Ring | null = null;
  let shift = 0;
  const layer = (draw: (context: CanvasRenderingContext2D) => void): Konva.Layer => {
    const made = new Konva.Layer({ listening: false });
    const sceneFunc = ({ _context: context }: { readonly _context: CanvasRenderingContext2D }) => {
      context.save();
      context.translate(view.x, view.y);
      context.scale(view.scale, view.scale);
      draw(context);
      context.restore();
    };
    made.add(new Konva.Shape({ listening: false, sceneFunc: (context) => sceneFunc(context) }));
    stage.add(made);
    return made;
  };
  const layers = [
    layer((context) => context.drawImage(picture, 0, 0)),
    layer((context) => strokeAll(context, rings, view.scale)),
    layer((context) => {
      context.translate(shift, 0);
      if (active) strokeAll(context, [active], view.scale);
    }),
  ] as const;
  return {
    move(to) {
      view = to;
      for (const one of layers) one.batchDraw();
    },
    select(at) {
      active = rings[at] ?? null;
      layers[2].batchDraw();
    },
    drag(by) {
      shift = by;
      layers[2].batchDraw();
    },
    commit(ring) {
      rings.push(ring);
      layers[1].batchDraw();
    },
    close() {
      stage.destroy();
      box.remove();
    },
  };
};

/** The usual way: react-konva, one component a shape. */
const naive: MakePeer = (host, picture, given, scale) => {
  const { box, size } = over(host);
  const root = createRoot(box);
  let state = { rings: [...given], view: { scale, x: 0, y: 0 }, selected: -1, shift: 0 };
  function scene(): ReactElement {
    const { rings, view, selected, shift } = state;
    const lines = rings.map((ring, at) =>
      createElement(Line, {
        key: at,
        points: [...ring],
        closed: true,
        stroke: at === selected ? '#ffffff' : COLOUR,
        strokeWidth: 2,
        strokeScaleEnabled: false,
        x: at === selected ? shift : 0,
      }),
    );
    const at = { scaleX: view.scale, scaleY: view.scale, x: view.x, y: view.y };
    return createElement(
      Stage,
      { ...size, ...at },
      createElement(Layer, null, createElement(Image, { image: picture as unknown as CanvasImageSource })),
      createElement(Layer, null, ...lines),
    );
  }
  const set = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    flushSync(() => root.render(scene()));
  };
  set({});
  return {
    move: (view) => set({ view }),
    select: (selected) => set({ selected }),
    drag: (shift) => set({ shift }),
    commit: (ring) => set({ rings: [...state.rings, [...ring]] }),
    close() {
      root.unmount();
      box.remove();
    },
  };
};

window.peers = { bare: plain(false), cached: plain(true), oneShape, naive };
