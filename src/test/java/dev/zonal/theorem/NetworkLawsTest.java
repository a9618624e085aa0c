package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the eigenvalues of networks of homogeneous activations decay: with r^(2n-1) in a tangent
 * kernel of powers n, r^(2n+1) in a Gaussian process, unless one parity vanishes.
 */
class NetworkLawsTest {
  private static final Engine ENGINE = new Engine();

  /** The exponent of 1/k of a parity, or from where on the eigenvalues are zero. */
  private static String told(Decay.ParityLaw law) {
    return law instanceof Decay.Vanishing vanishing
        ? "0 from " + vanishing.from()
        : ((Decay.PowerLaw) law).law().decayExponent().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'ntk:act=relu,L=2,sw2=3/2,sb2=1/10', 3, 3, 3",
    "'ntk:act=leaky,slope=-1/2,L=2', 10, 10, 10",
    "'ntk:act=relu,power=2,L=2,sw2=2/3', 3, 5, 5",
    "'ntk:act=relu,power=3,L=2,sw2=1/8', 2, 6, 6",
    "'nngp:act=relu,power=3,L=2,sw2=1/8', 2, 8, 8",
    "'nngp:act=relu,power=2,L=1', 3, 0 from 4, 7",
    "'nngp:act=relu,power=3,L=1', 5, 11, 0 from 5",
    "'ntk:act=relu,power=2,L=1', 3, 0 from 4, 5",
    "'ntk:act=abs,L=1', 3, 3, 0 from 1",
    "'ntk:act=abs,L=3', 5, 5, 0 from 1",
    "'nngp:act=step,L=1', 3, 0 from 2, 3",
    "'nngp:act=sign,L=1', 2, 0 from 0, 2",
    "'nngp:act=sign,L=1,sb2=1/10', 2, 2, 2",
    "'ntk:act=relu,L=1', 3, 3, 0 from 3",
    "'ntk:act=relu,L=2,train=last', 3, 5, 5",
    "'ntk:act=relu,L=2,train=first', 3, 3, 3",
    "'ntk:act=relu,L=3,train=[2,3]', 3, 3, 3",
    "'resntk:L=2,alpha=1/2,act=abs', 3, 3, 3",
    "'resnngp:L=2,alpha=1/2,act=relu,power=2', 3, 7, 7"
  })
  void theExponentsAreThoseOfTheLeadingPowersOfTheChord(
      String specification, int dimension, String even, String odd) {
    Spectrum spectrum = ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
    Outcome<Decay.Proof> decay = Decay.prove(spectrum, Context.NONE);
    assertEquals(Verdict.PROVEN, decay.verdict(), decay.reason());
    List<Decay.ParityLaw> laws = decay.proof().orElseThrow().parities();
    assertEquals(
        List.of(Parity.EVEN, Parity.ODD), laws.stream().map(Decay.ParityLaw::parity).toList());
    assertEquals(List.of(even, odd), laws.stream().map(NetworkLawsTest::told).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'ntk:act=relu,L=2,sw2=3/2,sb2=1/10', 3, PROVEN",
    "'ntk:act=leaky,slope=-1/2,L=2', 2, PROVEN",
    "'resntk:L=2,alpha=1/2,act=leaky,slope=1/10', 5, PROVEN",
    "'resntk:L=2,alpha=1/2,act=abs', 3, PROVEN",
    "'nngp:act=sign,L=1,sb2=1/10', 3, PROVEN",
    "'ntk:act=abs,L=2', 3, REFUTED",
    "'ntk:act=abs,L=2,sb2=1/10', 3, PROVEN",
    "'nngp:act=relu,power=2,L=1', 3, REFUTED"
  })
  void positivityIsDecidedAndNoneIsNegative(String specification, int dimension, Verdict verdict) {
    Spectrum spectrum = ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
    assertEquals(verdict, Positivity.prove(spectrum, Context.NONE).verdict());
    assertEquals(Verdict.PROVEN, Semidefinite.prove(spectrum, Context.NONE).verdict());
  }

  /** One hidden layer of an even activation, whose first zero is below those of a single ReLU. */
  @ParameterizedTest
  @CsvSource({
    "'ntk:act=abs,L=1', ODD, 1",
    "'nngp:act=abs,L=1', ODD, 1",
    "'resntk:L=1,alpha=1,act=abs', ODD, 1",
    "'resntk:L=1,alpha=1,act=abs,train=all', ODD, 3",
    "'ntk:act=relu,L=1', ODD, 3",
    "'nngp:act=erf,L=4', EVEN, 0",
    "'ntk:act=gelu,L=1', ODD, 3",
    "'ntk:act=cos,L=2', ODD, 1"
  })
  void zerosBeginWhereTheClosedFormOrTheParityOfTheActivationSaysSo(
      String specification, Parity parity, long from) {
    for (int dimension : new int[] {2, 3, 6}) {
      Spectrum spectrum = ENGINE.spectrum(KernelSpecification.parse(specification), dimension);
      assertEquals(
          OptionalLong.of(from), spectrum.zerosFrom(parity), () -> "d = " + spectrum.dimension());
    }
  }
}
