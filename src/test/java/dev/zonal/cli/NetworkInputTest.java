package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that do not exist are refused in one line that says why. */
class NetworkInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=2,sw2=-1 | sw2 must be a positive rational number",
        "ntk:act=erf,L=2,sw2=0 | sw2 must be a positive rational number",
        "nngp:act=erf,L=2,sb2=-1/2 | sb2 must be a non-negative rational number",
        "resntk:act=gelu,L=2,alpha=1,sw2=-1 | sw2 must be a positive rational number",
        "ntk:act=relu,L=2,sw2=2^(1/2) | expected an exact number",
        "ntk:act=gelo,L=2 | did you mean 'gelu'?",
        "ntk:act=elu,L=2 | the activation must be one of relu, leaky,",
        "ntk:act=,L=2 | the value of act is missing",
        "ntk:act=[1],L=2 | act=[1]: the activation must be one of",
        "ntk:act=step,L=2 | not square integrable, so that there is no tangent kernel; nngp",
        "ntk:act=sign,L=1,train=first | not square integrable",
        "resntk:act=step,L=2,alpha=1 | not square integrable, so that there is no tangent kernel; resnngp",
        "ntk:act=exp,L=4 | the variance behind layer 3 is out of range, too large",
        "nngp:act=exp,L=4 | the variance behind layer 3 is out of range, too large",
        "resnngp:act=exp,L=4,alpha=1 | out of range, too large",
        "nngp:act=sin,L=500,sw2=1/10 | the variance behind layer 17 is out of range, too small",
        "ntk:act=relu,power=0,L=2 | power must be an integer from 1 to 100",
        "ntk:act=relu,power=1/2,L=2 | power must be an integer from 1 to 100",
        "ntk:act=relu,slope=1/2,L=2 | slope is a parameter of act=leaky, not of act=relu",
        "ntk:slope=1/2,L=2 | slope is a parameter of act=leaky, not of act=relu",
        "ntk:act=erf,power=2,L=2 | power is a parameter of act=relu, not of act=erf",
        "ntk:act=leaky,L=2 | the parameter slope is missing",
        "ntk:act=relu,L=2,train=[0] | train must be an integer from 1",
        "ntk:act=relu,L=3,train=[5] | a network with L=3 hidden layers has the layers 1 to 4",
        "ntk:act=relu,L=3,train=[] | a list names one layer or more",
        "ntk:act=relu,L=3,train=[1/2] | train must be an integer from 1",
        "ntk:L=3,train=blocks | train must be all, hidden, first, last or a list such as [1,3]",
        "ntk:L=3,train=hiden | did you mean 'hidden'?",
        "ntk:L=3,train=1 | train must be all, hidden, first, last or a list",
        "nngp:L=3,train=all | unknown parameter 'train' of nngp",
        "ntk:L=0 | L must be an integer from 1 to 1000000"
      })
  void a_network_that_is_none_is_refused_in_one_line(String specification, String why) {
    ZonalRun run = ZonalRun.of("kernel", specification, "--at", "0");
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().startsWith("zonal: "), run.messages());
    assertTrue(run.messages().contains(why), run.messages());
  }

  /** What is trained alone where a derivative is not square integrable, and what the words mean. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=step,L=1,train=last | ntk:act=step,L=1,sw2=1,train=last",
        "ntk:act=relu,L=2,train=[3,1,1] | ntk:act=relu,L=2,sw2=1,train=[1,3]",
        "ntk:L=2,act=relu,train=[1,2,3] | ntk:act=relu,L=2,sw2=1",
        "ntk:act=leaky,slope=0.1,L=2,sw2=1.5,sb2=0.1 | ntk:act=leaky,slope=1/10,L=2,sw2=3/2,sb2=1/10",
        "nngp:act=relu,power=1,L=3,sb2=0 | nngp:act=relu,L=3,sw2=1",
        "resntk:L=2,alpha=1/2,act=erf,sw2=2 | resntk:L=2,alpha=1/2,act=erf"
      })
  void a_network_is_printed_in_its_canonical_form(String specification, String canonical) {
    ZonalRun run = ZonalRun.of("kernel", specification, "--at", "0");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals("kernel         " + canonical, run.results().lines().findFirst().orElseThrow());
  }
}
