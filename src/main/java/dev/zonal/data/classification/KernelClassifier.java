package dev.zonal.data.classification;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.input.DataException;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Classification of labelled points by one kernel (docs/theory.md, section 19.5), at the least
 * precision that decides what is asked. The matrix of the last precision is kept, so that ridges
 * share it.
 *
 * @param <X> the points
 */
public final class KernelClassifier<X> {
  /**
   * Behind the binary point: enough for ridges of 10^-6; what 512 do not tell apart may be tied.
   */
  private static final Refinement PRECISIONS = Refinement.upTo(128, 512);

  /** Of the entries, beyond the bits behind the binary point that the matrix has. */
  private static final int ENTRY_BITS = 16;

  private final LabelledPoints<X> training;
  private final GramMatrix<X> gram;
  private final List<Integer> classOfEach;
  private final Memo<Integer, FixedMatrix> matrices = new Memo<>(1);

  public KernelClassifier(LabelledPoints<X> training, PairKernel<X> kernel) {
    this.training = training;
    this.gram = new GramMatrix<>(training.points(), kernel);
    this.classOfEach = training.classOfEach();
  }

  private FixedMatrix matrix(int bits) {
    return matrices.get(
        bits,
        precision -> {
          Entries<Ball> entries = gram.enclose(precision + ENTRY_BITS);
          return FixedMatrix.of(training.points().count(), precision, entries::at);
        });
  }

  private Certification<OneAgainstRest> model(Rational ridge, int bits) {
    if (ridge.signum() < 0) {
      throw new IllegalArgumentException("a negative ridge");
    }
    Ball r = BallArithmetic.ofBits(bits + ENTRY_BITS).of(ridge);
    try {
      return OneAgainstRest.of(matrix(bits), r, classOfEach, training.classes().size());
    } catch (DomainException e) {
      return Certification.refused(e.getMessage());
    }
  }

  /**
   * The errors of leaving one out.
   *
   * @param ridge r, not negative
   * @return refused if K + r I is not proved to be positive definite
   * @throws DataException if the kernel is not defined at one of the points
   */
  public Certification<LeaveOneOut> leaveOneOut(Rational ridge) {
    return PRECISIONS.run(
        bits -> {
          Certification<LeaveOneOut> found = model(ridge, bits).map(this::leaveOneOut);
          boolean isDecided = found.isCertified() && found.get().isDecided();
          return new Refinement.Attempt<>(found, isDecided ? 0 : bits);
        });
  }

  /** With the inverse in doubles, and as exactly as the matrix is known where these do not do. */
  private LeaveOneOut leaveOneOut(OneAgainstRest model) {
    List<Ball> inverse = model.system().inverseDiagonal();
    List<Integer> wrong = new ArrayList<>();
    List<Integer> undecided = new ArrayList<>();
    for (int i = 0; i < inverse.size(); i++) {
      int point = i;
      Optional<Boolean> isRight =
          model
              .isRightWithout(i, inverse.get(i))
              .or(() -> model.isRightWithout(point, model.system().inverseDiagonal(point)));
      if (isRight.isEmpty()) {
        undecided.add(i + 1);
      } else if (!isRight.get()) {
        wrong.add(i + 1);
      }
    }
    return new LeaveOneOut(inverse.size(), wrong, undecided);
  }

  /**
   * The labels of other points.
   *
   * @param ridge r, not negative
   * @return refused if K + r I is not proved to be positive definite
   * @throws DataException if the kernel is not defined at one of the points
   */
  public Certification<List<Prediction>> predict(Rational ridge, Points<X> at) {
    return PRECISIONS.run(
        bits -> {
          Certification<List<Prediction>> found =
              model(ridge, bits).map(model -> predictions(model, bits, at));
          boolean isDecided =
              found.isCertified() && found.get().stream().allMatch(Prediction::isDecided);
          return new Refinement.Attempt<>(found, isDecided ? 0 : bits);
        });
  }

  private List<Prediction> predictions(OneAgainstRest model, int bits, Points<X> at) {
    int count = training.points().count();
    Entries<Ball> entries = entriesWith(at, bits + ENTRY_BITS);
    BallArithmetic over = BallArithmetic.ofBits(bits + ENTRY_BITS);
    Context context = Context.current();
    return IntStream.range(0, at.count())
        .parallel()
        .mapToObj(
            z -> {
              context.check();
              List<Ball> row =
                  IntStream.range(0, count).mapToObj(i -> entries.at(i, count + z)).toList();
              return prediction(model.at(over, row));
            })
        .toList();
  }

  /** Between the points and, behind them, others. */
  private Entries<Ball> entriesWith(Points<X> others, int bits) {
    new GramMatrix<>(others, gram.kernel()).enclose(bits);
    List<X> all = new ArrayList<>(training.points().inputs());
    all.addAll(others.inputs());
    return gram.kernel().over(BallArithmetic.ofBits(bits), all);
  }

  private Prediction prediction(Decision decision) {
    List<Integer> candidates = decision.candidates();
    return new Prediction(
        candidates.stream().map(training.classes()::get).toList(),
        candidates.size() == 1 ? Optional.of(decision.margin()) : Optional.empty());
  }
}
