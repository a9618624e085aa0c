package dev.zonal.arithmetic.convolution;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * A sequence of integers whose n-th term needs a convolution with the terms before it: what a block
 * of terms contributes to the next block is one product of polynomials, so that N terms cost about
 * log N products (docs/theory.md, Lemma 10.3b). The terms are those that the recurrence gives.
 */
public final class BlockRecurrence {
  /** Blocks of no more terms are computed term by term. */
  private static final int LARGEST_LEAF = 80;

  /** The next term. */
  @FunctionalInterface
  public interface Next {
    /** Term n, given the convolution of the terms before it. */
    BigInteger of(int n, BigInteger convolution);
  }

  /** Empty where the terms are convolved with themselves. */
  private final Optional<BigInteger[]> factor;

  private final Next next;
  private final BigInteger[] terms;
  private final BigInteger[] sums;
  private int leaf;

  private BlockRecurrence(Optional<BigInteger[]> factor, int length, Next next) {
    this.factor = factor;
    this.next = next;
    this.terms = new BigInteger[length];
    this.sums = new BigInteger[length];
    Arrays.fill(sums, BigInteger.ZERO);
  }

  /** Terms h_n, given the sums of factor_i h_(n-i) over i from 1 to n. */
  public static BigInteger[] with(BigInteger[] factor, int length, Next next) {
    return new BlockRecurrence(Optional.of(factor), length, next).solved();
  }

  /** Terms s_n, given the sums of s_i s_(n-i) over i from 1 to n - 1. */
  public static BigInteger[] square(int length, Next next) {
    return new BlockRecurrence(Optional.empty(), length, next).solved();
  }

  private BigInteger[] solved() {
    int blocks = 1;
    while (terms.length > blocks * LARGEST_LEAF) {
      blocks *= 2;
    }
    leaf = (terms.length + blocks - 1) / blocks;
    solve(0, leaf * blocks);
    return terms;
  }

  /** The terms from {@code from} on, a multiple of the size, as the sums hold all blocks before. */
  private void solve(int from, int size) {
    if (from >= terms.length) {
      return;
    }
    if (size == leaf) {
      for (int n = from; n < Math.min(from + size, terms.length); n++) {
        Context.checkpoint();
        terms[n] = next.of(n, sums[n].add(within(from, n)));
      }
      return;
    }
    int half = size / 2;
    solve(from, half);
    contribute(from, half, Math.min(from + size, terms.length));
    solve(from + half, half);
  }

  /** What the terms from {@code from} to n - 1 contribute to the sum of n. */
  private BigInteger within(int from, int n) {
    if (factor.isEmpty() && from == 0) {
      return IntegerConvolution.square(terms, n, 1);
    }
    BigInteger[] others = factor.orElse(terms);
    BigInteger sum = BigInteger.ZERO;
    for (int j = Math.max(from, n - others.length + 1); j < n; j++) {
      sum = sum.add(terms[j].multiply(others[n - j]));
    }
    return factor.isEmpty() ? sum.shiftLeft(1) : sum;
  }

  /** Adds what the block contributes to the sums after it, up to {@code end}. */
  private void contribute(int from, int half, int end) {
    int start = from + half;
    if (start >= end) {
      return;
    }
    boolean isSquare = factor.isEmpty() && from == 0;
    int first = isSquare ? 1 : from;
    BigInteger[] block = Arrays.copyOfRange(terms, first, start);
    BigInteger[] others = factor.orElse(terms);
    BigInteger[] rest =
        isSquare
            ? block
            : Arrays.copyOfRange(others, 1, Math.max(1, Math.min(others.length, end - from)));
    if (rest.length == 0) {
      return;
    }
    int twice = factor.isEmpty() && from > 0 ? 1 : 0;
    // coefficient i of the product belongs to term first + 1 + i
    int shift = first + 1;
    BigInteger[] product = IntegerConvolution.product(block, rest, start - shift, end - shift);
    for (int n = start; n < end; n++) {
      sums[n] = sums[n].add(product[n - start].shiftLeft(twice));
    }
  }
}
