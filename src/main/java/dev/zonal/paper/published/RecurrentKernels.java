package dev.zonal.paper.published;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.length.LengthEigenvalue;
import dev.zonal.data.length.LengthKernel;
import dev.zonal.data.length.LengthMatrix;
import dev.zonal.data.length.LengthSpectrum;
import dev.zonal.data.sequence.AgeWeights;
import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.paper.Evidence;
import dev.zonal.paper.Finding;
import dev.zonal.paper.Paper;
import dev.zonal.paper.PaperClaim;
import dev.zonal.report.plot.TableFigure;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Alemohammad, Wang, Balestriero and Baraniuk on recurrent networks. */
public final class RecurrentKernels {
  private static final String KERNEL = "rntk:sv2=2";
  private static final int DIGITS = 12;
  private static final int LENGTHS = 3;
  private static final long FREQUENCIES = 8;
  private static final int STEPS = 20;

  private RecurrentKernels() {}

  /** The paper. */
  public static Paper paper() {
    return new Paper(
        "recurrent",
        "S. Alemohammad, Z. Wang, R. Balestriero, R. Baraniuk, The recurrent neural tangent kernel,"
            + " ICLR 2021",
        List.of(
            PaperClaim.of(
                "lengths",
                "The kernel compares sequences of different lengths, without padding: it is positive"
                    + " semidefinite across the lengths.",
                "abstract",
                RecurrentKernels::lengths),
            PaperClaim.of(
                "lengths-strictly",
                "Across the lengths no eigenvalue of $k = 0, 1, 2$ is zero; they begin with these.",
                "values of an independent program, in 4 digits",
                RecurrentKernels::values),
            PaperClaim.of(
                "weights",
                "How much a time step weighs depends on the initialisation: small recurrent weights"
                    + " forget the first of 20 steps, large ones do not.",
                "section on the sensitivity; theory, Theorem 20.5",
                RecurrentKernels::weights)));
  }

  private static List<LengthEigenvalue> eigenvalues(Bench bench, long frequencies) {
    List<List<Rational>> profiles = new ArrayList<>();
    for (int length = 1; length <= LENGTHS; length++) {
      profiles.add(Collections.nCopies(length, Rational.ONE));
    }
    LengthMatrix matrix =
        new LengthMatrix(
            bench.engine(), LengthKernel.parse(KERNEL, profiles).lengths(), Scale.PAPER, 3);
    TreeSet<Long> all = new TreeSet<>();
    LongStream.range(0, frequencies).forEach(all::add);
    return new LengthSpectrum(matrix, all, DIGITS, bench.context().silent()).eigenvalues();
  }

  private static Finding lengths(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    for (LengthEigenvalue found : eigenvalues(bench, FREQUENCIES)) {
      if (found.number() == 1) {
        String quantity =
            "smallest eigenvalue of the %d lengths, $k = %d$, $d = 3$"
                .formatted(LENGTHS, found.frequency());
        all.add(
            found.value().isCertified()
                ? Comparison.of(
                    quantity,
                    "not negative",
                    found.value().get().rounded().toString(),
                    found.value().get().rounded().signum() >= 0)
                : Comparison.open(quantity, "not negative", found.value().refusal().get()));
      }
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .by(
            "lengths %s --lengths 1..%d --dimension 3 --k 0..%d --scale paper --spectrum"
                .formatted(KERNEL, LENGTHS, FREQUENCIES - 1));
  }

  private static Finding values(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    List<String> published =
        List.of(
            "0.1935", "0.4038", "3.8785", "0.13299", "0.27084", "1.8617", "0.05572", "0.10454",
            "0.36845");
    List<LengthEigenvalue> found = eigenvalues(bench, published.size() / LENGTHS);
    for (int i = 0; i < published.size(); i++) {
      LengthEigenvalue one = found.get(i);
      all.add(
          Comparison.of(
              "eigenvalue %d of $k = %d$".formatted(one.number(), one.frequency()),
              Bench.number(published.get(i)),
              one.value().map(value -> value.enclosure())));
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .by(
            "lengths %s --lengths 1..%d --dimension 3 --k 0..2 --scale paper --spectrum"
                .formatted(KERNEL, LENGTHS));
  }

  private static Finding weights(Bench bench) {
    List<Comparison> all = new ArrayList<>();
    List<TableFigure.Row> points = new ArrayList<>();
    for (int variance : new int[] {1, 2, 4}) {
      // A ReLU passes half of the variance on.
      List<Rational> shares = new AgeWeights(1, Rational.of(variance, 2)).shares(STEPS);
      for (int t = 0; t < STEPS; t++) {
        points.add(
            new TableFigure.Row(Integer.toString(variance), t + 1.0, shares.get(t).doubleValue()));
      }
      double first = shares.get(0).doubleValue();
      boolean forgets = variance == 1;
      if (variance != 2) {
        all.add(
            Comparison.of(
                "part of the first of %d steps, $\\sigma_w^2 = %d$".formatted(STEPS, variance),
                forgets ? "below 0.0001" : "above one half",
                Comparison.shown(first),
                forgets ? first < 0.0001 : first > 0.5));
      }
    }
    return Finding.of(Evidence.CERTIFIED, all)
        .with(
            TableFigure.of(
                new TableFigure.Columns("step", "share", "sw2", false, true),
                points,
                "the part of each step in the kernel of a sequence with itself"))
        .saying(
            "What the squares of the steps weigh in the kernel of a sequence with itself, as exact"
                + " fractions.");
  }
}
