// Draws the charts of figures over the server's own sketch, from what that page already says. Colours are the tokens
// themselves, so that a chart follows the night, the paper and whoever chooses colours of their own; a pointer and the
// arrow keys go from point to point; what a point says is also said aloud.
import "../lib/echarts.js";

const { echarts } = globalThis;
const forced = matchMedia("(forced-colors: active)");
const SYSTEM = { ink: "CanvasText", soft: "CanvasText", line: "GrayText", sheet: "Canvas", sunk: "Canvas" };
const SHAPE = { up: "circle", down: "diamond", high: "triangle", low: "path://M0 0H10L5 9Z", own: "circle" };

const tokens = () =>
  new Proxy({}, { get: (_, name) => (forced.matches ? (SYSTEM[name] ?? "Highlight") : `var(--${name})`) });

const FAMILY = '"Atkinson Hyperlegible Next", sans-serif';
const FONT = `13px ${FAMILY}`;
const GRID = { left: 56, right: 72, top: 18, bottom: 34 };

const percent = (value) => `${Math.round(value * 100)}%`;

function text(colour, more = {}) {
  return { color: colour, fontFamily: FAMILY, fontSize: 13, ...more };
}

function base(colour) {
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: text(colour.soft),
    tooltip: {
      trigger: "item",
      backgroundColor: colour.sheet,
      borderColor: colour.edge,
      borderWidth: 1,
      confine: true,
      className: "chart__tip",
      extraCssText: "box-shadow: none; max-width: 17rem; white-space: normal;",
      formatter: ({ data }) => {
        const tip = document.createElement("span");
        tip.textContent = data.said;
        return tip;
      },
      padding: [8, 12],
      textStyle: text(colour.ink, { fontSize: 14 }),
      transitionDuration: 0,
    },
  };
}

function shares(colour) {
  return {
    type: "value",
    min: 0,
    max: 1,
    interval: 0.25,
    axisLabel: { ...text(colour.soft), formatter: percent },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colour.line } },
  };
}

function along(max, step, ticks, colour) {
  const words = new Map(ticks.map((tick) => [tick.at, tick.word]));
  return {
    type: "value",
    min: 0,
    max,
    interval: step,
    axisLabel: {
      ...text(colour.soft),
      formatter: (value) => words.get(value) ?? "",
      alignMinLabel: "left",
      alignMaxLabel: words.has(max) ? "right" : "center",
      hideOverlap: false,
    },
    axisLine: { show: false },
    axisTick: { show: true, length: 4, lineStyle: { color: colour.line } },
    splitLine: { show: false },
  };
}

function below(words, colour) {
  return {
    type: "text",
    right: GRID.right,
    bottom: 4,
    silent: true,
    style: { text: words, fill: colour.soft, font: FONT },
  };
}

function middle(at, words, colour) {
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: colour.mantle, type: [6, 5], width: 1.5 },
    label: { ...text(colour.mantle), formatter: words.join("\n"), lineHeight: 15, align: "left", position: "end", distance: 6 },
    emphasis: { disabled: true },
    data: at === null ? [] : [{ yAxis: at }],
  };
}

function pointOf(point, colour) {
  const marked = SHAPE[point.mark];
  const paint = point.mark === "down" ? colour.alarm : marked ? colour.moss : colour.sheet;
  return {
    value: [point.at, point.share],
    said: point.said,
    symbol: marked ?? "circle",
    symbolSize: marked ? 11 : 9,
    itemStyle: { color: paint, borderColor: marked ? paint : colour.ink, borderWidth: 2 },
    emphasis: { itemStyle: { color: paint, borderColor: marked ? paint : colour.ink } },
    label: { show: point.revised, formatter: "*", position: "top", ...text(colour.ink, { fontSize: 16 }) },
  };
}

// A measure in time: a line that stops where there is nothing to show, and the median of its beginning.
function run({ points, months, median, words }, colour) {
  const missing = points.filter((point) => point.share === null);
  return {
    ...base(colour),
    grid: GRID,
    xAxis: along(months, 1, words.ticks, colour),
    yAxis: shares(colour),
    series: [
      {
        type: "line",
        data: points.flatMap((point) => [
          ...(point.anew ? [{ value: [point.from, null] }] : []),
          pointOf(point, colour),
        ]),
        connectNulls: false,
        lineStyle: { color: colour.ink, width: 2 },
        showAllSymbol: true,
        emphasis: { scale: 1.5, lineStyle: { color: colour.ink, width: 2 } },
        markArea: {
          silent: true,
          itemStyle: { color: colour.sunk },
          data: missing.map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
        },
        markLine: middle(median, words.median, colour),
      },
      {
        type: "line",
        silent: true,
        data: [],
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: colour.soft, type: [2, 3], width: 1 },
          emphasis: { disabled: true },
          data: points
            .filter((point) => point.anew)
            .map((point) => ({
              xAxis: point.from,
              label: { ...text(colour.soft), formatter: point.anew, position: "end" },
            })),
        },
      },
    ],
  };
}

function edge(limits, side, more) {
  return {
    type: "line",
    silent: true,
    symbol: "none",
    data: limits.map((limit) => [limit.of, side(limit)]),
    emphasis: { disabled: true },
    ...more,
  };
}

// What chance usually makes, as a tinted ground: the lower limit, and on it the height up to the upper one.
function ground(limits, colour) {
  const on = { stack: "usual", stackStrategy: "all", lineStyle: { width: 0 }, z: 0 };
  return [
    edge(limits, (limit) => limit.low, on),
    edge(limits, (limit) => limit.high - limit.low, { ...on, areaStyle: { color: colour.sunk, opacity: 1 } }),
  ];
}

function placed(network, colour) {
  const paint = network.own ? colour.mantle : network.mark ? colour.alarm : colour.petrol;
  return {
    value: [network.of, network.share],
    said: network.said,
    symbol: SHAPE[network.mark] ?? "circle",
    symbolSize: network.own ? 15 : network.mark ? 12 : 9,
    itemStyle: { color: paint, borderColor: colour.sheet, borderWidth: 1, opacity: 1 },
    emphasis: { itemStyle: { color: paint, borderColor: colour.ink } },
    label: {
      show: Boolean(network.label),
      formatter: network.label ?? "",
      position: network.mark === "low" ? "bottom" : "top",
      ...text(network.own ? colour.mantle : colour.soft, { fontWeight: network.own ? 700 : 400 }),
    },
  };
}

// Networks beside each other, within what chance makes of a share.
function funnel({ networks, limits, target, words }, colour) {
  const most = { lineStyle: { color: colour.edge, type: [2, 4], width: 1 }, z: 1 };
  return {
    ...base(colour),
    grid: { ...GRID, bottom: 50 },
    xAxis: along(limits.at(-1).of, words.ticks[1].at, words.ticks, colour),
    yAxis: shares(colour),
    graphic: below(words.along, colour),
    series: [
      ...ground(limits, colour),
      edge(limits, (limit) => limit.lowest, most),
      edge(limits, (limit) => limit.highest, most),
      {
        type: "scatter",
        data: networks.map((network) => placed(network, colour)).sort((a, b) => a.symbolSize - b.symbolSize),
        emphasis: { scale: 1.4 },
        labelLayout: { hideOverlap: true },
        z: 5,
        markLine: middle(target, words.target, colour),
      },
    ],
  };
}

const DRAWS = { run, funnel };

function draw(place) {
  const told = JSON.parse(place.dataset.chart);
  const frame = place.querySelector(".chart__frame");
  place.tabIndex = 0;
  const live = place.querySelector(".chart__said");
  frame.replaceChildren();
  const chart = echarts.init(frame, null, { renderer: "svg" });
  const paint = () => chart.setOption(DRAWS[told.kind](told, tokens()), true);
  paint();
  walk(place, chart, live);
  new ResizeObserver(() => chart.resize()).observe(frame);
  forced.addEventListener("change", paint);
}

// With the arrow keys from point to point, as with a pointer.
function walk(place, chart, live) {
  const series = () => chart.getOption().series.findLastIndex((one) => one.data?.some((point) => point.said));
  const stops = () => chart.getOption().series[series()].data.flatMap((point, at) => (point.value[1] === null ? [] : at));
  let now = -1;
  const leave = () => {
    chart.dispatchAction({ type: "downplay", seriesIndex: series() });
    chart.dispatchAction({ type: "hideTip" });
  };
  place.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") leave();
    if (!step) return;
    event.preventDefault();
    const all = stops();
    now = (now + step + all.length) % all.length;
    leave();
    const where = { seriesIndex: series(), dataIndex: all[now] };
    chart.dispatchAction({ type: "highlight", ...where });
    chart.dispatchAction({ type: "showTip", ...where });
    live.textContent = chart.getOption().series[where.seriesIndex].data[where.dataIndex].said;
  });
  place.addEventListener("blur", leave);
}

for (const place of document.querySelectorAll("[data-chart]")) draw(place);
