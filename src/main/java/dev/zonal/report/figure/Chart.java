package dev.zonal.report.figure;

import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** A figure drawn by JFreeChart, for whatever surface: its lengths are points of 1/72 inch. */
final class Chart {
  private static final double LABEL = 8;
  private static final double TICK = 7;
  private static final float LINE = 1;
  private static final float HAIRLINE = .5f;
  private static final int BAND_ALPHA = 50;

  /** Fewer have too few powers of ten to read a logarithmic axis by. */
  private static final double FEW_DECADES = 50;

  private static final Color GRID = new Color(0xdddddd);

  private final Figure figure;
  private final XYPlot plot = new XYPlot();
  private final DefaultXYDataset points = new DefaultXYDataset();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();

  Chart(Figure figure) {
    this.figure = figure.visible();
  }

  /** Draws it into a rectangle whose corner is the origin. */
  void draw(Graphics2D surface, double width, double height) {
    plot.setDataset(points);
    plot.setRenderer(renderer);
    plot.setDomainAxis(axis(figure.x(), numbers(Point::x)));
    plot.setRangeAxis(axis(figure.y(), numbers(Point::y)));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setOutlinePaint(Color.BLACK);
    plot.setOutlineStroke(new BasicStroke(HAIRLINE));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    List<Integer> colours = figure.colours();
    for (int i = 0; i < figure.curves().size(); i++) {
      add(figure.curves().get(i), new Color(Palette.colour(colours.get(i))), colours.get(i));
    }
    JFreeChart chart = new JFreeChart(null, ChartFonts.ofSize(LABEL), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(3, 3, 3, 10));
    if (figure.curves().stream().anyMatch(curve -> !curve.name().isEmpty())) {
      chart.addSubtitle(legend());
    }
    chart.draw(surface, new Rectangle2D.Double(0, 0, width, height));
  }

  private LegendTitle legend() {
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(ChartFonts.ofSize(TICK));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(Color.WHITE);
    return legend;
  }

  private double[] numbers(ToDoubleFunction<Point> part) {
    return figure.curves().stream()
        .filter(curve -> curve.style() != Style.BAND)
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(part)
        .toArray();
  }

  private static ValueAxis axis(Axis of, double[] numbers) {
    DoubleSummaryStatistics range = Arrays.stream(numbers).summaryStatistics();
    boolean hasDecades = range.getMax() >= FEW_DECADES * range.getMin();
    ValueAxis axis = of.isLogarithmic() && hasDecades ? logarithmic() : linear(numbers);
    axis.setAttributedLabel(attributed(of.label(), LABEL));
    axis.setLabelPaint(Color.BLACK);
    axis.setTickLabelFont(ChartFonts.ofSize(TICK));
    axis.setTickLabelPaint(Color.BLACK);
    axis.setAxisLineStroke(new BasicStroke(HAIRLINE));
    axis.setTickMarkStroke(new BasicStroke(HAIRLINE));
    axis.setTickMarkPaint(Color.BLACK);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    return axis;
  }

  private static ValueAxis linear(double[] numbers) {
    NumberAxis axis = new NumberAxis();
    axis.setAutoRangeIncludesZero(false);
    if (Arrays.stream(numbers).allMatch(x -> x == Math.rint(x))) {
      axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    return axis;
  }

  private static ValueAxis logarithmic() {
    LogAxis axis = new Decades();
    axis.setBase(10);
    axis.setMinorTickMarksVisible(true);
    axis.setSmallestValue(Double.MIN_NORMAL);
    return axis;
  }

  /** Powers of ten, whole ones, and as many as there is room for. */
  private static final class Decades extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final int MOST = 8;

    @Override
    protected void selectAutoTickUnit(Graphics2D surface, Rectangle2D area, RectangleEdge edge) {
      double decades = Math.log10(getUpperBound()) - Math.log10(getLowerBound());
      setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / MOST))), false, false);
    }

    @Override
    protected AttributedString createTickLabel(double value) {
      long power = Math.round(Math.log10(value));
      return attributed(new Label("10^{" + power + "}"), TICK);
    }
  }

  private static AttributedString attributed(Label label, double size) {
    StringBuilder text = new StringBuilder();
    label.pieces().forEach(piece -> text.append(piece.text()));
    AttributedString attributed = new AttributedString(text.toString());
    Font line = ChartFonts.ofSize(size);
    int start = 0;
    for (Label.Piece piece : label.pieces()) {
      int end = start + piece.text().length();
      Font font =
          switch (piece.place()) {
            case LINE -> line;
            case ABOVE -> script(line, TextAttribute.SUPERSCRIPT_SUPER);
            case BELOW -> script(line, TextAttribute.SUPERSCRIPT_SUB);
          };
      attributed.addAttribute(TextAttribute.FONT, font, start, end);
      start = end;
    }
    return attributed;
  }

  /** The place belongs to the font: beside an attribute that says a font, others are not heard. */
  private static Font script(Font font, Integer place) {
    return font.deriveFont(Map.of(TextAttribute.SUPERSCRIPT, place));
  }

  private void add(Curve curve, Color colour, int index) {
    if (curve.style() == Style.BAND) {
      addBand(curve, colour);
      return;
    }
    int number = points.getSeriesCount();
    // A name that nobody sees tells curves without one apart.
    String key = curve.name().isEmpty() ? "\u0000" + number : curve.name();
    points.addSeries(
        key,
        new double[][] {
          curve.points().stream().mapToDouble(Point::x).toArray(),
          curve.points().stream().mapToDouble(Point::y).toArray()
        });
    boolean isMarks = curve.style() == Style.MARKS;
    renderer.setSeriesPaint(number, colour);
    renderer.setSeriesLinesVisible(number, !isMarks);
    renderer.setSeriesShapesVisible(number, isMarks);
    renderer.setSeriesShape(number, mark(index));
    renderer.setSeriesStroke(
        number,
        curve.style() == Style.DASHED
            ? new BasicStroke(
                LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0)
            : new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    renderer.setSeriesVisibleInLegend(number, !curve.name().isEmpty());
    renderer.setDrawSeriesLineAsPath(true);
  }

  private void addBand(Curve curve, Color colour) {
    int size = curve.points().size();
    double[] polygon = new double[4 * size];
    for (int i = 0; i < size; i++) {
      Point point = curve.points().get(i);
      polygon[2 * i] = point.x();
      polygon[2 * i + 1] = point.upper();
      polygon[4 * size - 2 - 2 * i] = point.x();
      polygon[4 * size - 1 - 2 * i] = point.y();
    }
    Color light = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
    plot.addAnnotation(new XYPolygonAnnotation(polygon, null, null, light));
  }

  /** Marks that differ without their colours. */
  private static Shape mark(int index) {
    double r = 1.4;
    return switch (index % 4) {
      case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
      case 1 -> new Rectangle2D.Double(-r, -r, 2 * r, 2 * r);
      case 2 -> polygon(0, -1.3 * r, 1.3 * r, r, -1.3 * r, r);
      default -> polygon(0, -1.4 * r, 1.4 * r, 0, 0, 1.4 * r, -1.4 * r, 0);
    };
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
