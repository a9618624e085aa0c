package dev.zonal.lab.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The mean of independent numbers of one distribution, and how far it may be trusted.
 *
 * @param count B, at least 2
 * @param mean their mean
 * @param deviation their standard deviation s, with B - 1 in the denominator
 */
public record SampleMean(int count, double mean, double deviation) {
  /** A defect is seen if it moves the mean by so many standard errors. */
  public static final double SIGMAS = 5;

  public SampleMean {
    if (count < 2) {
      throw new IllegalArgumentException("a deviation of " + count + " number");
    }
  }

  /** Of a number of each outcome. */
  public static <X> SampleMean of(List<X> outcomes, ToDoubleFunction<X> number) {
    return of(outcomes.stream().mapToDouble(number).toArray());
  }

  /** Sums in order, so that the result is the same on every machine. */
  public static SampleMean of(double... numbers) {
    double sum = 0;
    for (double x : numbers) {
      sum += x;
    }
    double mean = sum / numbers.length;
    double squares = 0;
    for (double x : numbers) {
      squares += (x - mean) * (x - mean);
    }
    return new SampleMean(numbers.length, mean, Math.sqrt(squares / (numbers.length - 1)));
  }

  /** s/sqrt(B). */
  public double standardError() {
    return deviation / Math.sqrt(count);
  }

  /**
   * How many standard errors the mean is above what is expected: beyond {@link #SIGMAS} either is
   * wrong. 0 where both agree and nothing fluctuates.
   */
  public double z(double expected) {
    double difference = mean - expected;
    return difference == 0 ? 0 : difference / standardError();
  }

  /** The smallest relative defect of what is expected that this sample would have shown. */
  public double smallestDefect(double expected) {
    return SIGMAS * standardError() / Math.abs(expected);
  }
}
