import { t } from '../../src/protocol/l10n.js';
import { h, svg } from '../dom.js';
import { mix } from '../../src/present/colours.js';
import { type Role, roleName } from '../../src/present/names.js';
import { roleColor } from '../../src/present/nodes/drawCard.js';
import type { Theme } from '../../src/present/theme.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { scaleOf, type Scale } from './measure.js';
import './legend.css';

const outlines: { [R in Exclude<Role, 'module'>]: string } = {
  input: 'M4 1h14l3 3v6l-3 3H4l-3-3V4z',
  parameter: 'M7 1h8a6 6 0 0 1 0 12H7A6 6 0 0 1 7 1z',
  constant: 'M1 1h20v12H1z',
  op: 'M3 1h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z',
  failed: 'M3 1h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z',
  loss: 'M5 1h12l4 6-4 6H5L1 7z',
};

/** The legend: it explains the shapes and colours. */
export class Legend implements View {
  private readonly element = h('div', { class: 'legend', 'data-testid': 'legend', role: 'note', 'aria-label': t('Legend') });
  readonly elements = { 'bottom-left': this.element };

  update({ picture, theme, measure }: Shown, change: Change): void {
    if (!change.numbers) return;
    const { graph, scene } = picture;
    const roles = new Set<Role>(scene && graph ? scene.cards.map(({ role }) => role) : []);
    this.show(theme, roles, graph && scene ? scaleOf(measure, graph.nodes) : null, measure.id === 'kind' ? null : measure.name);
  }

  dispose(): void {}

  private show(theme: Theme, roles: ReadonlySet<Role>, scale: Scale | null, name: string | null): void {
    this.element.hidden = roles.size === 0;
    this.element.replaceChildren(...(name === null ? this.kinds(theme, roles) : this.measure(theme, scale, name)));
  }

  private kinds(theme: Theme, roles: ReadonlySet<Role>): Element[] {
    return (Object.keys(outlines) as (keyof typeof outlines)[])
      .filter((role) => roles.has(role))
      .map((role) => {
        const color = roleColor(theme, role);
        const shape = svg('path', {
          d: outlines[role],
          fill: mix(theme.background, color, 0.2),
          stroke: color,
          'stroke-width': role === 'loss' ? 2 : 1.2,
          ...(role === 'constant' && { 'stroke-dasharray': '1.5 1.5' }),
          ...(role === 'failed' && { 'stroke-dasharray': '3 2' }),
        });
        return h(
          'span',
          { class: 'legend-entry' },
          svg('svg', { viewBox: '0 0 22 14', width: 22, height: 14, 'aria-hidden': 'true' }, shape),
          roleName(role),
        );
      });
  }

  private measure(theme: Theme, scale: Scale | null, name: string): Element[] {
    if (!scale) return [h('span', { class: 'legend-entry', text: t('{0}: nothing to show in this pass', name) })];
    if (scale.measure.id === 'bad')
      return [
        h('span', { class: 'legend-entry', text: scale.max > 0 ? t('{0}: marked in red', name) : t('{0}: none in this pass', name) }),
      ];
    const steps = 24;
    const at = (i: number) => {
      const t = i / (steps - 1);
      return scale.measure.logarithmic && scale.min > 0
        ? scale.min * (scale.max / scale.min) ** t
        : scale.min + (scale.max - scale.min) * t;
    };
    const bar = Array.from({ length: steps }, (_, i) =>
      svg('rect', { x: i * 5, y: 0, width: 5.2, height: 8, fill: scale.color(theme, at(i)) }),
    );
    return [
      h('span', { class: 'legend-entry', text: name }),
      h(
        'span',
        { class: 'legend-entry mono' },
        scale.measure.text(scale.min),
        svg('svg', { viewBox: '0 0 120 8', width: 120, height: 8, 'aria-hidden': 'true', class: 'legend-bar' }, ...bar),
        scale.measure.text(scale.max),
      ),
    ];
  }
}
