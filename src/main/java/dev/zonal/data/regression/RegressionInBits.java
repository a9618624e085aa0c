package dev.zonal.data.regression;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.regression.CircleSlopes.PointSlopes;
import dev.zonal.data.regression.CircleSlopes.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The numbers of a regression problem as one precision encloses them. */
final class RegressionInBits {
  /** Of the entries, beyond the bits behind the binary point that the matrix has. */
  private static final int ENTRY_BITS = 48;

  private static final Optional<Rational> NONE = Optional.of(Rational.ZERO);

  private final RegressionProblem<?> problem;
  private final BallArithmetic over;
  private final Entries<Ball> entries;

  /** At each point, if they are asked for. */
  private final List<PointSlopes> slopes;

  private final List<Enclosure> found = new ArrayList<>();

  /** The regression of one column of the targets, and its coefficients in doubles. */
  private record Column(Regression regression, Optional<double[]> plain) {
    Column(Regression regression) {
      this(regression, regression.inDoubles());
    }
  }

  /** What it is at a further point. */
  private record Value(Ball ball, OptionalDouble plain) {}

  private RegressionInBits(
      RegressionProblem<?> problem,
      BallArithmetic over,
      Entries<Ball> entries,
      List<PointSlopes> slopes) {
    this.problem = problem;
    this.over = over;
    this.entries = entries;
    this.slopes = slopes;
  }

  /**
   * Column by column of the targets; refused if the matrix is not proved to be positive definite,
   * or a quotient not to be finite.
   *
   * @param bits of the matrix, behind the binary point
   */
  static Certification<List<Enclosure>> of(
      RegressionProblem<?> problem, Optional<CircleSlopes> circle, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits + ENTRY_BITS);
    Entries<Ball> entries = problem.matrix().enclose(bits + ENTRY_BITS);
    List<PointSlopes> slopes = circle.map(c -> c.over(over)).orElse(List.of());
    List<List<Ball>> targets =
        IntStream.range(0, problem.columns())
            .mapToObj(column -> problem.column(column).stream().map(over::of).toList())
            .toList();
    return Regression.ofEach(
            over, matrix(problem, entries, bits), over.of(problem.ridge()), targets)
        .because("K + r I is not proved to be positive definite: ")
        .flatMap(
            regressions -> {
              List<Column> columns = regressions.stream().map(Column::new).toList();
              RegressionInBits all = new RegressionInBits(problem, over, entries, slopes);
              return Certification.of(() -> all.enclosures(columns));
            });
  }

  private static FixedMatrix matrix(RegressionProblem<?> problem, Entries<Ball> entries, int bits) {
    try {
      return FixedMatrix.of(problem.points().count(), bits, entries::at);
    } catch (DomainException e) {
      throw new DomainException(
          "an entry of the matrix is not seen to be finite: " + Certification.reason(e));
    }
  }

  private List<Enclosure> enclosures(List<Column> columns) {
    List<List<Value>> further = further(columns);
    for (int column = 0; column < columns.size(); column++) {
      add(column, columns.get(column), further);
    }
    return List.copyOf(found);
  }

  /** For each further point the values of all columns, which have the kernel in common. */
  private List<List<Value>> further(List<Column> columns) {
    int n = problem.points().count();
    Context context = Context.current();
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, problem.further())
        .parallel()
        .mapToObj(
            j -> {
              context.check();
              List<Ball> row = IntStream.range(0, n).mapToObj(i -> entries.at(i, n + j)).toList();
              context.heard(done.incrementAndGet(), problem.further());
              return columns.stream()
                  .map(c -> new Value(c.regression().value(row), value(c.plain(), row)))
                  .toList();
            })
        .toList();
  }

  private void add(int column, Column of, List<List<Value>> further) {
    boolean isZero = problem.column(column).stream().allMatch(Rational::isZero);
    Optional<Rational> zero = isZero ? NONE : Optional.empty();
    Regression regression = of.regression();
    List<Ball> coefficients = regression.coefficients();
    int n = coefficients.size();
    for (int i = 0; i < n; i++) {
      add(Quantity.COEFFICIENT, column, i + 1, coefficients.get(i), zero, at(of.plain(), i));
    }
    Context context = Context.current();
    for (int i = 0; i < n; i++) {
      add(Quantity.LEAVE_ONE_OUT, column, i + 1, regression.leaveOneOut(i), zero);
      context.heard((long) column * n + i + 1, (long) problem.columns() * n);
    }
    add(Quantity.NORM, column, 0, root(regression.squaredNorm()), zero);
    for (int j = 0; j < further.size(); j++) {
      Value value = further.get(j).get(column);
      Optional<Rational> known = isZero ? zero : problem.interpolated(column, j);
      add(Quantity.PREDICTION, column, j + 1, value.ball(), known, value.plain());
    }
    if (!slopes.isEmpty()) {
      addSlopes(column, regression, zero);
    }
  }

  private void addSlopes(int column, Regression regression, Optional<Rational> zero) {
    Ball sum = over.of(0);
    for (int i = 0; i < slopes.size(); i++) {
      PointSlopes here = slopes.get(i);
      List<Ball> kinks = here.kinks();
      Optional<Rational> none = kinks.stream().allMatch(RegressionInBits::isZero) ? NONE : zero;
      Ball kink = regression.value(kinks);
      add(Quantity.KINK, column, i + 1, kink, none);
      add(Quantity.SLOPE_LEFT, column, i + 1, regression.value(here.on(Side.LEFT, over)), zero);
      add(Quantity.SLOPE_RIGHT, column, i + 1, regression.value(here.on(Side.RIGHT, over)), zero);
      sum = over.add(sum, none.isPresent() ? over.of(0) : kink.abs());
    }
    Optional<Rational> none = isZero(sum) ? NONE : zero;
    add(Quantity.KINKS, column, 0, sum, none);
  }

  private static boolean isZero(Ball ball) {
    return ball.isExact() && ball.containsZero();
  }

  private void add(Quantity quantity, int column, int index, Ball ball, Optional<Rational> exact) {
    add(quantity, column, index, ball, exact, OptionalDouble.empty());
  }

  /** Of a number that is not negative, of which a few bits may not say so, if K is semidefinite. */
  private Ball root(Ball square) {
    if (square.isNegative()) {
      throw new DomainException(
          "c^T K c is negative: the kernel is not positive semidefinite, and has no norm");
    }
    return square.isPositive()
        ? over.sqrt(square)
        : over.of(0).inflate(over.of(1).shifted(Math.floorDiv(square.binaryOrder() + 1, 2)));
  }

  private void add(
      Quantity quantity,
      int column,
      int index,
      Ball ball,
      Optional<Rational> exact,
      OptionalDouble inDoubles) {
    Ball enclosure = exact.<Ball>map(over::of).orElse(ball);
    found.add(new Enclosure(quantity, column + 1, index, enclosure, exact, inDoubles));
  }

  private static OptionalDouble at(Optional<double[]> plain, int i) {
    return plain.map(c -> finite(c[i])).orElse(OptionalDouble.empty());
  }

  /** The sum as doubles make it, from entries that are rounded to doubles. */
  private static OptionalDouble value(Optional<double[]> plain, List<Ball> row) {
    if (plain.isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < row.size(); i++) {
      sum += plain.get()[i] * row.get(i).toDouble();
    }
    return finite(sum);
  }

  private static OptionalDouble finite(double x) {
    return Double.isFinite(x) ? OptionalDouble.of(x) : OptionalDouble.empty();
  }
}
