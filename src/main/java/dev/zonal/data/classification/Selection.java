package dev.zonal.data.classification;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.data.definite.Singularity;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.input.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kernels and ridges for some labelled points, judged by the errors of leaving one out.
 *
 * @param kernels in the order of preference
 * @param ridges none negative, in the order of preference for each kernel
 * @param <X> the points
 */
public record Selection<X>(
    LabelledPoints<X> training, List<DataKernel<X>> kernels, List<Rational> ridges) {
  public Selection {
    kernels = List.copyOf(kernels);
    ridges = List.copyOf(ridges);
  }

  /** What was found, and the matrix of the best as yet. */
  private static final class Search<X> {
    private final List<Candidate> candidates = new ArrayList<>();
    private KernelClassifier<X> best;
    private int fewest = Integer.MAX_VALUE;

    void add(Candidate candidate, KernelClassifier<X> classifier) {
      candidates.add(candidate);
      int most = candidate.leaveOneOut().map(LeaveOneOut::most).value().orElse(Integer.MAX_VALUE);
      if (most < fewest) {
        fewest = most;
        best = classifier;
      }
    }
  }

  /**
   * The outcome.
   *
   * @param predictions of the choice, at further points, where there are such and a choice
   */
  public record Result(Choice choice, Optional<Certification<List<Prediction>>> predictions) {}

  /**
   * Judges all, and classifies further points by the choice. What a stopped context does not reach
   * is refused.
   *
   * @throws DataException if a kernel is not defined at one of the points, or the further points
   *     are of another dimension
   */
  public Result run(Optional<Points<X>> at, Context context) {
    at.ifPresent(others -> kernels.get(0).inputs().requireAlike(training.points(), others));
    Search<X> search = new Search<>();
    int total = kernels.size() * ridges.size();
    for (int k = 0; k < kernels.size(); k++) {
      DataKernel<X> kernel = kernels.get(k);
      KernelClassifier<X> classifier = new KernelClassifier<>(training, kernel.kernel());
      for (Rational ridge : ridges) {
        Certification<LeaveOneOut> found =
            refusedWhenStopped(context, () -> leaveOneOut(kernel, classifier, ridge));
        search.add(new Candidate(k, ridge, found), classifier);
        context.heard(search.candidates.size(), total);
      }
    }
    Choice choice = Choice.among(search.candidates);
    return new Result(
        choice,
        at.flatMap(
            others ->
                choice
                    .chosen()
                    .map(
                        best ->
                            refusedWhenStopped(
                                context, () -> search.best.predict(best.ridge(), others)))));
  }

  private Certification<LeaveOneOut> leaveOneOut(
      DataKernel<X> kernel, KernelClassifier<X> classifier, Rational ridge) {
    Optional<Singularity> singularity =
        ridge.isZero() ? kernel.singularity().apply(training.points().inputs()) : Optional.empty();
    return singularity.isPresent()
        ? Certification.refused("the matrix is singular: " + singularity.get().reason())
        : classifier.leaveOneOut(ridge);
  }

  /** A computation in a context. */
  @FunctionalInterface
  private interface Computation<T> {
    Certification<T> run();
  }

  private static <T> Certification<T> refusedWhenStopped(
      Context context, Computation<T> computation) {
    try {
      context.check();
      return context.call(computation::run);
    } catch (StoppedException e) {
      return Certification.refused(e.getMessage());
    }
  }
}
