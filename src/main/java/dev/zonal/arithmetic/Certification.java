package dev.zonal.arithmetic;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What came of an attempt to certify something: the thing, for which everything that was to be
 * proved is proved, or the reason why it could not be. Nothing is ever half certified.
 *
 * @param <T> what was to be certified
 */
public sealed interface Certification<T> {
  /** It is proved. */
  record Certified<T>(T thing) implements Certification<T> {}

  /**
   * It could not be proved.
   *
   * @param reason one line, in words that follow "not certified: "
   */
  record Refused<T>(String reason) implements Certification<T> {}

  static <T> Certification<T> certified(T thing) {
    return new Certified<>(thing);
  }

  static <T> Certification<T> refused(String reason) {
    return new Refused<>(reason);
  }

  /** What a computation gives; refused where arithmetic cannot go on. */
  static <T> Certification<T> of(Supplier<T> computation) {
    try {
      return certified(computation.get());
    } catch (ArithmeticException limit) {
      return refused(reason(limit));
    }
  }

  /**
   * Why arithmetic could not go on. A {@link DomainException} says it itself; what the JDK says of
   * numbers that do not fit is put into words.
   */
  static String reason(ArithmeticException e) {
    return e instanceof DomainException && e.getMessage() != null
        ? e.getMessage()
        : "a number on the way is beyond the range of the arithmetic ("
            + (e.getMessage() == null ? "overflow" : e.getMessage())
            + ")";
  }

  /** The thing, if it is certified. */
  default Optional<T> value() {
    return this instanceof Certified<T> certified
        ? Optional.of(certified.thing())
        : Optional.empty();
  }

  /** Why it is not, if it is not. */
  default Optional<String> refusal() {
    return this instanceof Refused<T> refused ? Optional.of(refused.reason()) : Optional.empty();
  }

  /**
   * What an attempt gives that rests on this one; refused for the same reason where this one is.
   */
  default <R> Certification<R> flatMap(Function<? super T, Certification<R>> next) {
    return this instanceof Refused<T> refused ? refused(refused.reason()) : next.apply(get());
  }

  /** What follows from the thing. */
  default <R> Certification<R> map(Function<? super T, R> next) {
    return flatMap(thing -> certified(next.apply(thing)));
  }

  /** The same, with a beginning for the reason that says what was wanted. */
  default Certification<T> because(String beginning) {
    return refusal().<Certification<T>>map(reason -> refused(beginning + reason)).orElse(this);
  }

  default boolean isCertified() {
    return value().isPresent();
  }

  /**
   * The thing, where it was asked before whether it is certified.
   *
   * @throws NoSuchElementException if it is not
   */
  default T get() {
    return value().orElseThrow(() -> new NoSuchElementException(refusal().orElseThrow()));
  }

  /**
   * The thing, for who cannot go on without it.
   *
   * @throws UncertifiedException if it is refused, with the reason
   */
  default T orElseThrow() throws UncertifiedException {
    return value().orElseThrow(() -> new UncertifiedException(refusal().orElseThrow()));
  }
}
