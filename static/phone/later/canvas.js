/** A sheet to draw on, with finger, pen or mouse. */

/** @typedef {{colour: string, points: [number, number][]}} Stroke */

const WIDTH = 6;

export class Sheet {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {() => void} changed called after each stroke
   */
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    /** @type {Stroke[]} */
    this.strokes = [];
    /** @type {Stroke | undefined} */
    this.drawing = undefined;
    this.colour = 'black';
    this.changed = changed;
    canvas.addEventListener('pointerdown', (event) => this.begin(event));
    canvas.addEventListener('pointermove', (event) => this.go(event));
    for (const end of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(end, () => this.end());
    }
    this.draw();
  }

  get isEmpty() {
    return this.strokes.length === 0;
  }

  undo() {
    this.strokes.pop();
    this.draw();
    this.changed();
  }

  clear() {
    this.strokes = [];
    this.draw();
    this.changed();
  }

  /** @param {PointerEvent} event */
  begin(event) {
    if (this.drawing) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.drawing = { colour: this.colour, points: [this.placeOf(event)] };
    this.strokes.push(this.drawing);
    this.draw();
  }

  /** @param {PointerEvent} event */
  go(event) {
    if (!this.drawing) return;
    this.drawing.points.push(this.placeOf(event));
    this.draw();
  }

  end() {
    if (!this.drawing) return;
    this.drawing = undefined;
    this.changed();
  }

  draw() {
    const { paper, canvas } = this;
    paper.fillStyle = 'white';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.lineWidth = WIDTH;
    paper.lineCap = 'round';
    paper.lineJoin = 'round';
    for (const stroke of this.strokes) this.line(stroke);
  }

  /** @param {Stroke} stroke */
  line({ colour, points }) {
    const [[x, y], ...rest] = points;
    this.paper.strokeStyle = colour;
    this.paper.beginPath();
    this.paper.moveTo(x, y);
    this.paper.lineTo(x, y);
    for (const [toX, toY] of rest) this.paper.lineTo(toX, toY);
    this.paper.stroke();
  }

  /**
   * @param {PointerEvent} event
   * @returns {[number, number]}
   */
  placeOf({ clientX, clientY }) {
    const shown = this.canvas.getBoundingClientRect();
    return [
      ((clientX - shown.left) * this.canvas.width) / shown.width,
      ((clientY - shown.top) * this.canvas.height) / shown.height,
    ];
  }
}
