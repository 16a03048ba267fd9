//! Real microphones, by cpal.

use super::source::{Microphones, Sent, Source};
use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{Device, FromSample, Sample, SampleFormat, SizedSample, Stream, StreamConfig};
use std::sync::mpsc::Sender;

/// The microphones of this machine.
#[derive(Debug, Default)]
pub struct Cards;

/// An open microphone; closed when dropped.
struct Open {
    rate: u32,
    _stream: Stream,
}

impl Source for Open {
    fn rate(&self) -> u32 {
        self.rate
    }
}

impl Microphones for Cards {
    fn names(&self) -> Vec<String> {
        let host = cpal::default_host();
        let usual = host.default_input_device().and_then(|device| name(&device));
        let mut names: Vec<String> = usual.into_iter().collect();
        for found in host.input_devices().into_iter().flatten().filter_map(|device| name(&device)) {
            if !names.contains(&found) {
                names.push(found);
            }
        }
        names
    }

    fn open(&self, wanted: Option<&str>, to: Sender<Sent>) -> Result<Box<dyn Source>, String> {
        let host = cpal::default_host();
        let device = match wanted {
            Some(wanted) => {
                host.input_devices().into_iter().flatten().find(|device| name(device).as_deref() == Some(wanted))
            }
            None => host.default_input_device(),
        };
        let device = device.ok_or_else(|| wanted.unwrap_or("no input device").to_owned())?;
        let usual = device.default_input_config().map_err(|error| error.to_string())?;
        let (format, config): (SampleFormat, StreamConfig) = (usual.sample_format(), usual.into());
        let stream = match format {
            SampleFormat::F32 => listen::<f32>(&device, config, to),
            SampleFormat::I16 => listen::<i16>(&device, config, to),
            SampleFormat::U16 => listen::<u16>(&device, config, to),
            SampleFormat::I32 => listen::<i32>(&device, config, to),
            SampleFormat::U8 => listen::<u8>(&device, config, to),
            other => Err(format!("sample format {other}")),
        }?;
        stream.play().map_err(|error| error.to_string())?;
        Ok(Box::new(Open { rate: config.sample_rate, _stream: stream }))
    }
}

fn name(device: &Device) -> Option<String> {
    device.description().ok().map(|description| description.name().to_owned())
}

fn listen<T>(device: &Device, config: StreamConfig, to: Sender<Sent>) -> Result<Stream, String>
where
    T: SizedSample,
    f32: FromSample<T>,
{
    let channels = usize::from(config.channels.max(1));
    let faults = to.clone();
    let heard = move |data: &[T], _: &cpal::InputCallbackInfo| {
        // The first channel: a headset has one, and the second of a webcam says the same.
        let mono = data.chunks(channels).filter_map(|frame| frame.first()).map(|sample| f32::from_sample(*sample));
        // Nobody listens any more: the stream is about to be closed.
        let _ = to.send(Sent::Sound(mono.collect()));
    };
    let failed = move |error: cpal::Error| {
        let passing = matches!(error.kind(), cpal::ErrorKind::Xrun | cpal::ErrorKind::RealtimeDenied);
        if !passing {
            let _ = faults.send(Sent::Fault(error.to_string()));
        }
    };
    device.build_input_stream(config, heard, failed, None).map_err(|error| error.to_string())
}
